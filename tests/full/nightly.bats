# SPDX-License-Identifier: MIT
# nightly, killed at random moments: whatever was in the works, the next run leaves the bytes of an undisturbed one.
load ../helper
load ../nightly

root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
tests=$root/tests
export PATH="$root/pipelines:${PHIN_BIN:-$root/build/bin}:$PATH"

# Runs nightly in a session of its own and kills it after $1 seconds: the whole session, or the shell alone (its children
# then work on, and hold the lock until they are done).
run_and_kill() {
	local pid
	setsid nightly >killed.log 2>&1 &
	pid=$!
	sleep "$1"
	if [ $((RANDOM % 3)) -eq 0 ]; then
		kill -9 "$pid" 2>/dev/null || true
	else
		pkill -9 -s "$pid" || true
	fi
	wait "$pid" || true
}

@test "kill -9 at random moments, 200 times" {
	fill_inbox
	begin=$EPOCHREALTIME
	exits 1 nightly
	length=$(awk "BEGIN { print $EPOCHREALTIME - $begin }")
	fingerprint nights >undisturbed
	RANDOM=${PHIN_SEED:-7}
	for ((i = 1; i <= ${PHIN_KILLS:-200}; i++)); do
		rm -rf nights
		# One in four is killed twice before it may finish.
		for ((kills = RANDOM % 4 ? 1 : 2; kills > 0; kills--)); do
			run_and_kill "$(awk "BEGIN { print $length * $RANDOM / 32768 }")"
		done
		PHIN_WAIT=60 try nightly
		if [ "$status" -gt 1 ] || ! fingerprint nights >after || ! same undisturbed after; then
			printf 'kill %d: the run after it ended with %s\n' "$i" "$status"
			cat err
			return 1
		fi
	done
}
