# phin: GNU make. Programs come out in build/bin; `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
PKGS = libutf8proc libpcre2-8 jansson libxxhash sqlite3
VERSION = 0.1.0
PREFIX = /usr/local

# make SANITIZE=address,undefined builds the same tree under build/address,undefined/.
B = build$(if $(SANITIZE),/$(SANITIZE))
ALL_CPPFLAGS = -Icommon -D_GNU_SOURCE -DPHIN_VERSION='"$(VERSION)"' $(PKG_CFLAGS) $(CPPFLAGS)
ALL_CFLAGS = -std=gnu11 $(WARNINGS) $(if $(WERROR),-Werror) $(CFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))

ifeq ($(filter clean help,$(MAKECMDGOALS)),)
ifneq ($(shell pkg-config --exists $(PKGS) && echo yes),yes)
$(error phin needs $(PKGS): run `sh pipelines/setup`, or install their development packages)
endif
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS))
PKG_LIBS := $(shell pkg-config --libs $(PKGS))
PKG_LIBS += -lm
endif

LIB_SRC := $(wildcard common/*/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o)
LIB := $(B)/libphin.a
FILTERS := $(patsubst filters/%.c,%,$(wildcard filters/*.c))
PROGRAMS := $(FILTERS:%=$(B)/bin/%)

all: $(PROGRAMS)

$(B)/bin/%: $(B)/filters/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB) $(PKG_LIBS) $(LDLIBS)

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $(LIB_OBJ)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The style and the script of to-html's page as string literals, and the script's hash for the page's security policy.
$(B)/%.inc: %
	@mkdir -p $(@D)
	sed 's/[\\"]/\\&/g; s/^/"/; s/$$/\\n"/' $< >$@

$(B)/%.sha256.inc: %
	@mkdir -p $(@D)
	printf '"%s"\n' "$$(env printf "$$(sha256sum <$< | cut -c 1-64 | sed 's/../\\x&/g')" | base64)" >$@

$(B)/common/html/page.o: $(addprefix $(B)/common/html/,page.css.inc page.js.inc page.js.sha256.inc)
$(B)/common/html/page.o: ALL_CPPFLAGS += -I$(B)/common/html

# The model of words is linked in as it stands; the trainer that made it is built and run by hand (common/words/MODEL.md).
$(B)/common/words/model.o: common/words/words.model

TRAINER_OBJ := $(patsubst %.c,$(B)/%.o,$(wildcard common/words/train/*.c))

$(B)/train-words: $(TRAINER_OBJ) $(LIB)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS) $(LDLIBS)

trainer: $(B)/train-words

train: all trainer
	common/words/train/train

# Test programs: tests/unit/NAME.c is a check with a main of its own, tests/fuzz/NAME.c a fuzzer (LLVMFuzzerTestOneInput)
# that tests/fuzz-main.c turns into a plain program which replays the files it is given.
UNITS := $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))

$(B)/tests/%: $(B)/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB) $(PKG_LIBS) $(LDLIBS)

$(B)/fuzz/%: $(B)/tests/fuzz/%.o $(B)/tests/fuzz-main.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(B)/tests/fuzz-main.o $(LIB) $(PKG_LIBS) $(LDLIBS)

# The system's bad days, for LD_PRELOAD; the sanitizers do not go with it.
build/contract/shim.so: tests/contract/shim.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -D_GNU_SOURCE $(WARNINGS) $(if $(WERROR),-Werror) -O1 -shared -fPIC -o $@ $<

test-programs: trainer $(UNITS) $(FUZZERS) $(if $(SANITIZE),,build/contract/shim.so)

# make fuzz FUZZ=json TIME=600 runs one fuzzer with libFuzzer (clang), from the seeds and what earlier runs found.
FUZZ = stream
TIME = 60
fuzz:
	$(MAKE) CC=clang B=build/libfuzzer SANITIZE=address,undefined CFLAGS='-O1 -g -fsanitize=fuzzer-no-link' build/libfuzzer/run/$(FUZZ)
	@mkdir -p build/corpus/$(FUZZ)
	build/libfuzzer/run/$(FUZZ) -max_total_time=$(TIME) -timeout=10 -rss_limit_mb=4096 -artifact_prefix=build/corpus/ \
		build/corpus/$(FUZZ) $(wildcard tests/fuzz/seeds/$(FUZZ))

$(B)/run/%: $(B)/tests/fuzz/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $(LIB) $(PKG_LIBS) $(LDLIBS)

check:
	tests/run

check-full:
	tests/run-full

lint:
	tests/lint

bench bench-peers bench-instructions: all
	tests/bench/$(@:bench%=run%)

install uninstall: $(PROGRAMS)
	DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' PROGRAM_PREFIX='$(PROGRAM_PREFIX)' pipelines/packaging/install $@

dist: build/phin-$(VERSION).tar.gz

build/phin-$(VERSION).tar.gz: FORCE
	@mkdir -p build
	git archive --prefix=phin-$(VERSION)/ HEAD | gzip -9n >$@

# What a packager does: from the tarball, without the git tree, built, tested, installed and taken away again.
distcheck: dist
	pipelines/packaging/distcheck build/phin-$(VERSION).tar.gz

deb: dist
	pipelines/packaging/deb build/phin-$(VERSION).tar.gz

clean:
	rm -rf build

help:
	@echo 'make            build every filter into build/bin'
	@echo 'make check      every test, also under the sanitizers (PHIN_QUICK=1: without them)'
	@echo 'make check-full with PostgreSQL, Chromium, Miller and DuckDB'
	@echo 'make fuzz       one fuzzer: FUZZ=json, stream, plain, object …; TIME in seconds (clang)'
	@echo 'make lint       clang-tidy, shellcheck and mandoc over the tree'
	@echo 'make bench      speeds beside iconv, cat, wc and jq (bench-instructions: by callgrind; bench-peers: other tools)'
	@echo 'make train      the model of words from its data (common/words/MODEL.md)'
	@echo 'make install    into $$DESTDIR$$PREFIX, names after $$PROGRAM_PREFIX; make uninstall takes it away'
	@echo 'make dist       a tarball of the commit (distcheck tests it, deb makes Debian packages of it)'
	@echo 'make clean      remove build/'

.PHONY: all trainer train test-programs fuzz check check-full lint bench bench-peers bench-instructions install uninstall dist distcheck deb clean help FORCE
.SECONDARY:
-include $(LIB_OBJ:.o=.d) $(TRAINER_OBJ:.o=.d) $(UNITS:$(B)/tests/%=$(B)/tests/unit/%.d) $(FUZZERS:$(B)/fuzz/%=$(B)/tests/fuzz/%.d) $(FILTERS:%=$(B)/filters/%.d)
