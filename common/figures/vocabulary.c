/* SPDX-License-Identifier: MIT */
#include "figures/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/*
 * Nodes of the trie are numbers: 1 + set is the root of a set; an edge leads by a word, glued to the one before or not,
 * to the next node.
 */
struct edge {
	uint64_t key;
	uint32_t node;
	uint32_t goes_on;	       /* some edge leads on from the node */
	const struct lex_entry *entry; /* the phrase that ends here, if one does */
	const struct lex_entry *other; /* another one, of another case: MB, Mb */
};

/* Items of one sort that begin with their key, 64 bits, side by side; item number n, from 1 on, stands at n - 1. */
struct table {
	void *items;
	size_t count, cap, size;
	uint32_t *slots; /* numbers, found by the key; 0: a free slot */
	size_t slot_count;
};

struct vocabulary {
	struct table edges; /* struct edge */
	struct table words; /* struct lex_word */
	uint32_t nodes;
	/*
	 * The edges by which phrases begin once more: those of a word side by side from word->first on, one for each set
	 * that it starts, in the order of the sets. Most phrases are one word: they are found by one look, not by a search.
	 */
	struct edge *firsts;
};

static inline uint64_t edge_key(uint32_t node, uint32_t word, int tight)
{
	return (uint64_t)node << 32 | word << 1 | (unsigned)tight;
}

/* Where the number of the key's item stands, or would. `size` is the table's, as a constant. */
static inline uint32_t *find_slot(const struct table *table, size_t size, uint64_t key)
{
	size_t slot = (size_t)(key * 0xff51afd7ed558ccdu >> 32) & (table->slot_count - 1);
	for (uint64_t found; table->slots[slot]; slot = (slot + 1) & (table->slot_count - 1)) {
		memcpy(&found, (const char *)table->items + (table->slots[slot] - 1) * size, sizeof found);
		if (found == key)
			break;
	}
	return &table->slots[slot];
}

/* The edge, or NULL. */
static inline struct edge *find_edge(const struct vocabulary *vocabulary, uint64_t key)
{
	uint32_t number = *find_slot(&vocabulary->edges, sizeof(struct edge), key);
	return number ? (struct edge *)vocabulary->edges.items + number - 1 : NULL;
}

/* How many bits are set. */
static inline unsigned count_bits(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	return (unsigned)(((bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56);
}

/* The edge by which phrases of the set begin with the word, which starts some. */
static inline const struct edge *first_edge(const struct vocabulary *vocabulary, const struct lex_word *word,
					    enum lex_set set)
{
	return &vocabulary->firsts[word->first + count_bits(word->starts & (((uint64_t)1 << set) - 1))];
}

/* The word, or NULL. */
static inline struct lex_word *find_word(const struct vocabulary *vocabulary, uint64_t hash)
{
	uint32_t number = *find_slot(&vocabulary->words, sizeof(struct lex_word), hash);
	return number ? (struct lex_word *)vocabulary->words.items + number - 1 : NULL;
}

/* Slots are kept at most a quarter full: a miss, which is the common case, ends at the first look. */
static int grow_slots(struct table *table)
{
	size_t count = table->slot_count ? table->slot_count * 2 : 1024;
	if (table->count * 4 < table->slot_count)
		return 0;
	uint32_t *slots = calloc(count, sizeof *slots);
	if (!slots)
		return -1;
	free(table->slots);
	table->slots = slots;
	table->slot_count = count;
	for (size_t i = 0; i < table->count; i++) {
		uint64_t key;
		memcpy(&key, (const char *)table->items + i * table->size, sizeof key);
		*find_slot(table, table->size, key) = (uint32_t)i + 1;
	}
	return 0;
}

/* The number of the item, a new one, which is to be filled in, if there was none: *is_new. 0 without memory. */
static uint32_t add_item(struct table *table, uint64_t key, int *is_new)
{
	if (grow_slots(table) < 0 || (table->count == table->cap &&
				      list_grow(&table->items, &table->cap, table->count + 1, table->size) < 0))
		return 0;
	uint32_t *slot = find_slot(table, table->size, key);
	*is_new = *slot == 0;
	if (*is_new)
		*slot = (uint32_t)++table->count;
	return *slot;
}

static struct edge *add_edge(struct vocabulary *vocabulary, uint64_t key)
{
	int is_new;
	uint32_t number = add_item(&vocabulary->edges, key, &is_new);
	struct edge *edge = number ? (struct edge *)vocabulary->edges.items + number - 1 : NULL;
	if (edge && is_new)
		*edge = (struct edge){.key = key, .node = vocabulary->nodes++};
	return edge;
}

static struct lex_word *add_word(struct vocabulary *vocabulary, uint64_t hash)
{
	int is_new;
	uint32_t number = add_item(&vocabulary->words, hash, &is_new);
	struct lex_word *word = number ? (struct lex_word *)vocabulary->words.items + number - 1 : NULL;
	if (word && is_new)
		*word = (struct lex_word){.hash = hash, .id = number};
	return word;
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
		if (edge)
			edge->goes_on = 1;
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

int vocabulary_seal(struct vocabulary *vocabulary)
{
	struct lex_word *words = vocabulary->words.items;
	size_t count = 0;
	for (size_t i = 0; i < vocabulary->words.count; i++) {
		words[i].first = (uint32_t)count;
		count += count_bits(words[i].starts);
	}
	struct edge *firsts = realloc(vocabulary->firsts, (count + 1) * sizeof *firsts);
	if (!firsts)
		return -1;
	vocabulary->firsts = firsts;
	for (size_t i = 0; i < vocabulary->words.count; i++)
		for (uint64_t sets = words[i].starts; sets; sets &= sets - 1) {
			uint32_t root = 1 + (uint32_t)__builtin_ctzll(sets);
			*firsts++ = *find_edge(vocabulary, edge_key(root, words[i].id, 0));
		}
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
	vocabulary->edges.size = sizeof(struct edge);
	vocabulary->words.size = sizeof(struct lex_word);
	if (grow_slots(&vocabulary->words) < 0 || grow_slots(&vocabulary->edges) < 0 || add_tables(vocabulary, &lex_words) < 0 ||
	    add_tables(vocabulary, &lex_units) < 0 || add_tables(vocabulary, &lex_contexts) < 0 ||
	    add_tables(vocabulary, &lex_nouns) < 0 || vocabulary_seal(vocabulary) < 0) {
		vocabulary_free(vocabulary);
		return NULL;
	}
	return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	free(vocabulary->edges.items);
	free(vocabulary->edges.slots);
	free(vocabulary->words.items);
	free(vocabulary->words.slots);
	free(vocabulary->firsts);
	free(vocabulary);
}

int vocabulary_next(const struct vocabulary *vocabulary, struct slice text, size_t *at, struct token *token)
{
	uint64_t hash;
	if (!token_next(text, at, token, &hash))
		return 0;
	const struct lex_word *word = find_word(vocabulary, hash);
	token->word = word ? word : &lex_unknown;
	token->glue = token->word->glue;
	token->begins = token->kind == TOKEN_DIGITS || token->word->rules;
	return 1;
}

struct lex_word *vocabulary_each(struct vocabulary *vocabulary, struct lex_word *word)
{
	struct lex_word *words = vocabulary->words.items, *next = word ? word + 1 : words;
	return next < words + vocabulary->words.count ? next : NULL;
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

/* The longest phrase that begins with the edge. Apart from vocabulary_match, which seldom needs it and is called often. */
__attribute__((noinline)) static const struct lex_entry *match_longest(const struct vocabulary *vocabulary,
									const struct edge *edge, struct slice text,
									const struct token *tokens, size_t at,
									size_t limit, size_t *end)
{
	const struct lex_entry *found = NULL;
	for (size_t i = at; edge;) {
		const struct lex_entry *entry = edge->entry ? entry_of(edge, text, tokens, at, i + 1) : NULL;
		if (entry) {
			found = entry;
			*end = i + 1;
		}
		if (!edge->goes_on || ++i >= limit || !tokens[i].word->id)
			break;
		edge = find_edge(vocabulary, edge_key(edge->node, tokens[i].word->id, tokens[i].glued));
	}
	return found;
}

const struct lex_entry *vocabulary_match(const struct vocabulary *vocabulary, enum lex_set set, struct slice text,
					 const struct token *tokens, size_t at, size_t limit, size_t *end)
{
	const struct lex_word *word = tokens[at].word;
	if (!(word->starts >> set & 1) || at >= limit)
		return NULL;
	const struct edge *edge = first_edge(vocabulary, word, set);
	/* Most phrases are one word in any case, and most words follow none: no look at more edges is needed. */
	if ((edge->goes_on && tokens[at + 1].word->seconds >> set & 1) || (edge->entry && edge->entry->flags & LEX_CASED))
		return match_longest(vocabulary, edge, text, tokens, at, limit, end);
	*end = at + 1;
	return edge->entry;
}
