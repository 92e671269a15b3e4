/* SPDX-License-Identifier: MIT */
/* common/base/json.h: the verdict is jansson's over tests/json and over damaged copies of it; what is taken comes out whole. */
#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "check.h"
#include "hold_json.h"

enum expected { TAKEN, REFUSED, TAKEN_BY_US };

static void check_file(const char *path, enum expected expected)
{
	static char bytes[2 << 20];
	struct slice value, text = {bytes, 0};
	struct json_error error = {0, ""};
	FILE *file = fopen(path, "rb");
	if (!file) {
		CHECK(!"a file of the suite can be read");
		return;
	}
	text.len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	int ours = json_check(text, &value, &error) == 0;
	json_t *theirs = jansson_of(text);
	if (ours != (expected != REFUSED) || (theirs != NULL) != (expected == TAKEN)) {
		printf("%s: ours %d (%s at %zu), jansson's %d\n", path, ours, error.text, error.at, theirs != NULL);
		check_failures++;
	}
	json_decref(theirs);
	CHECK(ours || error.at <= text.len);
	hold_against_jansson(text);
	/* The same with one byte gone, for every byte of a short one. */
	for (size_t i = 0; text.len < 200 && i < text.len; i++) {
		char *copy = malloc(text.len);
		memcpy(copy, bytes, i);
		memcpy(copy + i, bytes + i + 1, text.len - i - 1);
		hold_against_jansson(slice_of(copy, text.len - 1));
		free(copy);
	}
}

static void check_folder(const char *folder, enum expected expected)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int count = 0;
	if (!dir) {
		CHECK(!"the suite is where the test is run from");
		return;
	}
	while ((entry = readdir(dir))) {
		char path[512];
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		check_file(path, expected);
		count++;
	}
	closedir(dir);
	CHECK(count > 0);
}

static void check_walk(void)
{
	const struct slice object = SLICE("{ \"a\" : [1, {\"b\":[]} ,\"x,]\"] ,\"\\u0062\":-1.50e+3,\"/~\":null}");
	struct slice key, value, found;
	size_t at = 0;
	CHECK(json_next_member(object, &at, &key, &value) && slice_is(key, "\"a\""));
	CHECK(slice_is(value, "[1, {\"b\":[]} ,\"x,]\"]"));
	size_t element = 0;
	CHECK(json_next_element(value, &element, &found) && slice_is(found, "1"));
	CHECK(json_next_element(value, &element, &found) && slice_is(found, "{\"b\":[]}"));
	CHECK(json_next_element(value, &element, &found) && slice_is(found, "\"x,]\""));
	CHECK(!json_next_element(value, &element, &found));
	CHECK(json_next_member(object, &at, &key, &value) && slice_is(value, "-1.50e+3"));
	CHECK(json_next_member(object, &at, &key, &value) && slice_is(value, "null"));
	CHECK(!json_next_member(object, &at, &key, &value));
	CHECK(json_pointer(object, "", &found) && slice_equal(found, object));
	CHECK(json_pointer(object, "/a/1/b", &found) && slice_is(found, "[]"));
	CHECK(json_pointer(object, "/b", &found) && slice_is(found, "-1.50e+3"));
	CHECK(json_pointer(object, "/~1~0", &found) && slice_is(found, "null"));
	CHECK(!json_pointer(object, "/a/01", &found) && !json_pointer(object, "/a/3", &found));
	CHECK(!json_pointer(object, "/a/-", &found) && !json_pointer(object, "/A", &found));
	CHECK(!json_pointer(object, "/b/0", &found) && !json_pointer(object, "/a/", &found));
}

static void check_strings(void)
{
	struct buf scratch = {0}, out = {0};
	struct slice text;
	CHECK(json_text(SLICE("\"\""), &scratch, &text) == 0 && text.len == 0);
	CHECK(json_text(SLICE("\"a\\u0000\\ud83d\\ude00\\/\\t\""), &scratch, &text) == 0);
	CHECK(slice_equal(text, SLICE("a\0😀/\t")));
	json_put_string_buf(&out, SLICE("a\0😀/\t\"\\\x7f\x1f"));
	CHECK(slice_is(buf_slice(&out), "\"a\\u0000😀/\\t\\\"\\\\\x7f\\u001f\""));
	buf_free(&scratch);
	buf_free(&out);
}

int main(void)
{
	check_folder("tests/json/valid", TAKEN);
	check_folder("tests/json/invalid", REFUSED);
	check_folder("tests/json/beyond", TAKEN_BY_US);
	check_walk();
	check_strings();
	return check_status();
}
