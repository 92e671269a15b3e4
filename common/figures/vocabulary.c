/* SPDX-License-Identifier: MIT */
#include "figures/vocabulary.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/list.h"

/*
 * Nodes of the trie are numbers: 1 + set is the root of a set; an edge leads by a word, glued to the one before or not,
 * to the next node.
 */
struct edge {
	uint64_t key; /* 0: a free slot */
	uint32_t node;
	const struct lex_entry *entry; /* the phrase that ends here, if one does */
	const struct lex_entry *other; /* another one, of another case: MB, Mb */
};

struct vocabulary {
	struct edge *edges;
	size_t edge_count, edge_cap;
	struct lex_word *words; /* that of number n at n - 1 */
	size_t word_count, word_cap;
	uint32_t *slots; /* numbers of words by their hash; 0: a free slot */
	size_t slot_count;
	uint32_t nodes;
};

static inline uint64_t edge_key(uint32_t node, uint32_t word, int tight)
{
	return (uint64_t)node << 32 | word << 1 | (unsigned)tight;
}

static inline size_t slot_of(uint64_t key, size_t cap)
{
	return (size_t)(key * 0xff51afd7ed558ccdu >> 32) & (cap - 1);
}

static inline struct edge *find_edge(const struct vocabulary *vocabulary, uint64_t key)
{
	size_t slot = slot_of(key, vocabulary->edge_cap);
	while (vocabulary->edges[slot].key && vocabulary->edges[slot].key != key)
		slot = (slot + 1) & (vocabulary->edge_cap - 1);
	return &vocabulary->edges[slot];
}

/* Where the number of the word stands, or would. */
static inline uint32_t *find_slot(const struct vocabulary *vocabulary, uint64_t hash)
{
	size_t slot = slot_of(hash, vocabulary->slot_count);
	while (vocabulary->slots[slot] && vocabulary->words[vocabulary->slots[slot] - 1].hash != hash)
		slot = (slot + 1) & (vocabulary->slot_count - 1);
	return &vocabulary->slots[slot];
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

static int grow_slots(struct vocabulary *vocabulary)
{
	size_t count = vocabulary->slot_count ? vocabulary->slot_count * 2 : 1024;
	if (vocabulary->word_count * 4 < vocabulary->slot_count)
		return 0;
	uint32_t *slots = calloc(count, sizeof *slots);
	if (!slots)
		return -1;
	free(vocabulary->slots);
	vocabulary->slots = slots;
	vocabulary->slot_count = count;
	for (size_t i = 0; i < vocabulary->word_count; i++)
		*find_slot(vocabulary, vocabulary->words[i].hash) = (uint32_t)i + 1;
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

/* The word, a new one if it was not there; NULL without memory. */
static struct lex_word *add_word(struct vocabulary *vocabulary, uint64_t hash)
{
	if (grow_slots(vocabulary) < 0 ||
	    LIST_RESERVE(vocabulary->words, vocabulary->word_cap, vocabulary->word_count + 1) < 0)
		return NULL;
	uint32_t *slot = find_slot(vocabulary, hash);
	if (*slot == 0) {
		*slot = (uint32_t)++vocabulary->word_count;
		vocabulary->words[*slot - 1] = (struct lex_word){.hash = hash, .id = *slot};
	}
	return &vocabulary->words[*slot - 1];
}

/* What the word is to be known for as the `place`th of a phrase of the set. */
static void note_place(struct lex_word *word, enum lex_set set, size_t place, int is_last)
{
	uint64_t bit = (uint64_t)1 << set;
	word->starts |= place == 0 ? bit : 0;
	word->alone |= place == 0 && is_last ? bit : 0;
	word->seconds |= place == 1 ? bit : 0;
	word->ends |= is_last ? bit : 0;
}

int vocabulary_add(struct vocabulary *vocabulary, enum lex_set set, const struct lex_entry *entry)
{
	struct slice text = slice_from_string(entry->text);
	struct token token;
	struct edge *edge = NULL;
	uint32_t node = 1 + (uint32_t)set;
	uint64_t hash;
	size_t at = 0;
	int more = token_next(text, &at, &token, &hash);
	if (!more)
		return 1;
	for (size_t place = 0; more; place++) {
		struct lex_word *word = add_word(vocabulary, hash);
		edge = word ? add_edge(vocabulary, edge_key(node, word->id, place > 0 && token.glued)) : NULL;
		if (!edge)
			return -1;
		node = edge->node;
		more = token_next(text, &at, &token, &hash);
		note_place(word, set, place, !more);
		if (place == 0 && set == LEX_GLUE)
			word->glue = (uint8_t)entry->value;
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
	if (grow_slots(vocabulary) < 0 || grow_edges(vocabulary) < 0 || add_tables(vocabulary, &lex_words) < 0 ||
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
	free(vocabulary->words);
	free(vocabulary->slots);
	free(vocabulary);
}

int vocabulary_next(const struct vocabulary *vocabulary, struct slice text, size_t *at, struct token *token)
{
	uint64_t hash;
	if (!token_next(text, at, token, &hash))
		return 0;
	uint32_t number = *find_slot(vocabulary, hash);
	token->word = number ? &vocabulary->words[number - 1] : &lex_unknown;
	token->glue = token->word->glue;
	token->begins = token->kind == TOKEN_DIGITS || token->word->rules;
	return 1;
}

struct lex_word *vocabulary_each(struct vocabulary *vocabulary, struct lex_word *word)
{
	word = word ? word + 1 : vocabulary->words;
	return word < vocabulary->words + vocabulary->word_count ? word : NULL;
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
	if (!(tokens[at].word->starts >> set & 1))
		return NULL;
	for (size_t i = at; i < limit && tokens[i].word->id; i++) {
		const struct edge *edge =
			find_edge(vocabulary, edge_key(node, tokens[i].word->id, i > at && tokens[i].glued));
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
