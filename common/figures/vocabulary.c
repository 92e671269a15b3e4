/* SPDX-License-Identifier: MIT */
#include "figures/vocabulary.h"

#include <stdlib.h>

#include "base/buf.h"

/* Nodes of the trie are numbers: 1 + set is the root of a set; an edge leads from (node, token) to the next node. */
struct edge {
	uint64_t key; /* 0: a free slot */
	uint32_t node;
	const struct lex_entry *entry; /* the phrase that ends here, if one does */
	const struct lex_entry *other; /* another one, of another case: MB, Mb */
};

/* What a word is in phrases, by its hash; as in struct token. */
struct role {
	uint64_t hash;
	uint64_t starts, alone, seconds, ends;
	uint8_t glue;
};

struct vocabulary {
	struct edge *edges;
	size_t edge_count, edge_cap;
	struct role *roles;
	size_t role_count, role_cap;
	uint32_t nodes;
};

static uint64_t edge_key(uint32_t node, const struct token *token, int tight)
{
	uint64_t key = (token->hash + (uint64_t)tight) ^ ((uint64_t)node << 32 | node);
	key *= 0xff51afd7ed558ccdu;
	key ^= key >> 33;
	return key ? key : 1;
}

static size_t slot_of(uint64_t hash, size_t cap)
{
	return (size_t)(hash >> 20) & (cap - 1);
}

static struct edge *find_edge(const struct vocabulary *vocabulary, uint64_t key)
{
	size_t slot = slot_of(key, vocabulary->edge_cap);
	while (vocabulary->edges[slot].key && vocabulary->edges[slot].key != key)
		slot = (slot + 1) & (vocabulary->edge_cap - 1);
	return &vocabulary->edges[slot];
}

static struct role *find_role(const struct vocabulary *vocabulary, uint64_t hash)
{
	size_t slot = slot_of(hash, vocabulary->role_cap);
	while (vocabulary->roles[slot].hash && vocabulary->roles[slot].hash != hash)
		slot = (slot + 1) & (vocabulary->role_cap - 1);
	return &vocabulary->roles[slot];
}

/* Both tables are kept at most a quarter full: a miss, which is the common case, ends at the first look. */
static int grow_edges(struct vocabulary *vocabulary)
{
	struct vocabulary old = *vocabulary;
	if (old.edge_count * 4 < old.edge_cap)
		return 0;
	vocabulary->edge_cap = old.edge_cap ? old.edge_cap * 2 : 1024;
	vocabulary->edges = calloc(vocabulary->edge_cap, sizeof *vocabulary->edges);
	if (!vocabulary->edges) {
		*vocabulary = old;
		return -1;
	}
	for (size_t i = 0; i < old.edge_cap; i++)
		if (old.edges[i].key)
			*find_edge(vocabulary, old.edges[i].key) = old.edges[i];
	free(old.edges);
	return 0;
}

static int grow_roles(struct vocabulary *vocabulary)
{
	struct vocabulary old = *vocabulary;
	if (old.role_count * 4 < old.role_cap)
		return 0;
	vocabulary->role_cap = old.role_cap ? old.role_cap * 2 : 1024;
	vocabulary->roles = calloc(vocabulary->role_cap, sizeof *vocabulary->roles);
	if (!vocabulary->roles) {
		*vocabulary = old;
		return -1;
	}
	for (size_t i = 0; i < old.role_cap; i++)
		if (old.roles[i].hash)
			*find_role(vocabulary, old.roles[i].hash) = old.roles[i];
	free(old.roles);
	return 0;
}

static struct edge *add_edge(struct vocabulary *vocabulary, uint64_t key)
{
	if (grow_edges(vocabulary) < 0)
		return NULL;
	struct edge *edge = find_edge(vocabulary, key);
	if (!edge->key) {
		*edge = (struct edge){key, vocabulary->nodes++, NULL, NULL};
		vocabulary->edge_count++;
	}
	return edge;
}

/* The word's row, a new one if it has none; NULL without memory. */
static struct role *add_role(struct vocabulary *vocabulary, uint64_t hash)
{
	if (grow_roles(vocabulary) < 0)
		return NULL;
	struct role *role = find_role(vocabulary, hash);
	vocabulary->role_count += role->hash == 0;
	role->hash = hash;
	return role;
}

/* What the `place`th token of a phrase of the set is to be known for. */
static int note_role(struct vocabulary *vocabulary, enum lex_set set, uint64_t hash, size_t place, int is_last)
{
	struct role *role = add_role(vocabulary, hash);
	uint64_t bit = (uint64_t)1 << set;
	if (!role)
		return -1;
	role->starts |= place == 0 ? bit : 0;
	role->alone |= place == 0 && is_last ? bit : 0;
	role->seconds |= place == 1 ? bit : 0;
	role->ends |= is_last ? bit : 0;
	return 0;
}

int vocabulary_add(struct vocabulary *vocabulary, enum lex_set set, const struct lex_entry *entry)
{
	struct slice text = slice_from_string(entry->text);
	struct token token, next;
	struct edge *edge = NULL;
	uint32_t node = 1 + (uint32_t)set;
	size_t at = 0;
	int more = token_next(text, &at, &next);
	if (!more)
		return 1;
	for (size_t place = 0; more; place++) {
		token = next;
		more = token_next(text, &at, &next);
		edge = add_edge(vocabulary, edge_key(node, &token, place > 0 && token.glued));
		if (!edge || note_role(vocabulary, set, token.hash, place, !more) < 0)
			return -1;
		node = edge->node;
		if (place == 0 && set == LEX_GLUE)
			find_role(vocabulary, token.hash)->glue = (uint8_t)entry->value;
	}
	/* A later row wins, but for rows of a certain case, which stand beside each other. */
	if (edge->entry && (entry->flags & LEX_CASED || edge->entry->flags & LEX_CASED))
		edge->other = edge->entry;
	edge->entry = entry;
	return 0;
}

static int add_tables(struct vocabulary *vocabulary, const struct lex_table_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < list->tables[i].count; k++)
			if (vocabulary_add(vocabulary, list->tables[i].set, &list->tables[i].entries[k]) != 0)
				return -1;
	return 0;
}

struct vocabulary *vocabulary_new(void)
{
	struct vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
	if (!vocabulary)
		return NULL;
	token_init();
	vocabulary->nodes = 1 + LEX_SETS;
	if (grow_roles(vocabulary) < 0 || grow_edges(vocabulary) < 0 || add_tables(vocabulary, &lex_words) < 0 ||
	    add_tables(vocabulary, &lex_units) < 0 || add_tables(vocabulary, &lex_contexts) < 0 ||
	    add_tables(vocabulary, &lex_nouns) < 0) {
		vocabulary_free(vocabulary);
		return NULL;
	}
	return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	free(vocabulary->edges);
	free(vocabulary->roles);
	free(vocabulary);
}

void vocabulary_mark(const struct vocabulary *vocabulary, struct token *token)
{
	const struct role *role = find_role(vocabulary, token->hash);
	token->starts = role->starts;
	token->alone = role->alone;
	token->seconds = role->seconds;
	token->ends = role->ends;
	token->glue = role->glue;
}

/* Whether the tokens stand there in the very case of the entry; white space does not matter. */
static int same_case(const struct lex_entry *entry, struct slice text, const struct token *tokens, size_t begin,
		     size_t end)
{
	const char *want = entry->text;
	for (size_t i = begin; i < end; i++) {
		size_t len = tokens[i].end - tokens[i].begin;
		while (*want == ' ')
			want++;
		if (strncmp(want, text.ptr + tokens[i].begin, len) != 0)
			return 0;
		want += len;
	}
	return 1;
}

/* The row of the edge that is written in this case, if any is. */
static const struct lex_entry *entry_of(const struct edge *edge, struct slice text, const struct token *tokens,
					size_t begin, size_t end)
{
	const struct lex_entry *both[] = {edge->entry, edge->other};
	for (int i = 0; i < 2; i++)
		if (both[i] && (!(both[i]->flags & LEX_CASED) || same_case(both[i], text, tokens, begin, end)))
			return both[i];
	return NULL;
}

const struct lex_entry *vocabulary_match(const struct vocabulary *vocabulary, enum lex_set set, struct slice text,
					 const struct token *tokens, size_t at, size_t limit, size_t *end)
{
	const struct lex_entry *found = NULL;
	uint32_t node = 1 + (uint32_t)set;
	if (!(tokens[at].starts >> set & 1))
		return NULL;
	for (size_t i = at; i < limit && tokens[i].kind != TOKEN_END; i++) {
		const struct edge *edge = find_edge(vocabulary, edge_key(node, &tokens[i], i > at && tokens[i].glued));
		if (!edge->key)
			break;
		node = edge->node;
		const struct lex_entry *entry = edge->entry ? entry_of(edge, text, tokens, at, i + 1) : NULL;
		if (entry) {
			found = entry;
			*end = i + 1;
		}
	}
	return found;
}

static void print_entry(struct output *out, const struct lex_table *table, const struct lex_entry *entry)
{
	struct buf number = {0};
	output_put_string(out, table->name);
	output_put_byte(out, '\t');
	output_put_string(out, entry->text);
	output_put_byte(out, '\t');
	output_put_string(out, entry->code ? entry->code : "");
	output_put_byte(out, '\t');
	buf_printf(&number, "%d", entry->value);
	output_put_slice(out, buf_slice(&number));
	buf_free(&number);
	output_put_byte(out, '\t');
	output_put_string(out, table->source);
	output_put_byte(out, '\n');
}

void vocabulary_print(struct output *out)
{
	const struct lex_table_list *const lists[] = {&lex_words, &lex_units, &lex_contexts, &lex_nouns, NULL};
	output_put_string(out, "table\tphrase\tcode\tvalue\tsource\n");
	for (const struct lex_table_list *const *list = lists; *list; list++)
		for (size_t t = 0; t < (*list)->count; t++)
			for (size_t i = 0; i < (*list)->tables[t].count; i++)
				print_entry(out, &(*list)->tables[t], &(*list)->tables[t].entries[i]);
}
