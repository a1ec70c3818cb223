#include "grammar/grammar.h"
#include "names/kinds.h"

/*
** Titles before a name and appositions after it:
**
**     Barclays analyst Adam Storr               a role, and the employer
**     online newspaper La Tribune               a kind
**     Norwick, Europe's largest brewer, said    an apposition
**     Ann Lee, head of research at Acme,        the same
*/

enum {
    TITLE_TOKENS = 10,     /* longest title */
    TITLE_NOUNS = 2,       /* words between an adjective and its kind */
    APPOSITION_TOKENS = 14 /* longest apposition */
};

static const nw_reading *reading_of(const nw_cast *cast) { return cast->reading; }

static uint32_t sentence_start(const nw_cast *cast, const newswire_mention *mention) {
    return reading_of(cast)->sentences.items[mention->sentence - 1].first_token;
}

static uint32_t sentence_end(const nw_cast *cast, const newswire_mention *mention) {
    const newswire_sentence *sentence = &reading_of(cast)->sentences.items[mention->sentence - 1];
    return sentence->first_token + sentence->token_count;
}

static bool is_word(const nw_reading *reading, uint32_t token) {
    return reading->tokens.items[token].kind == NEWSWIRE_WORD &&
           !(reading->tokens.items[token].traits & NEWSWIRE_HAS_APOSTROPHE);
}

/* "former", "senior": what a title may begin with. */
static bool is_modifier(const nw_reading *reading, uint32_t token) {
    nw_word_info info = nw_know_word(reading->words[token], &reading->tokens.items[token]);
    return is_word(reading, token) &&
           (nw_is_cue(info.before, 'q') ||
            (info.classes & (nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_TITLE) |
                             nw_class_bit(NW_CLASS_KIND_PERSON))));
}

static void describe(nw_cast *cast, uint32_t entity, uint32_t first, uint32_t end) {
    const nw_tokens *tokens = &reading_of(cast)->tokens;
    nw_facts *facts = nw_facts_of(cast, entity);
    if (facts->description.length || first >= end) return;
    facts->description = nw_join(tokens->items[first].span, tokens->items[end - 1].span);
}

/* Learns what a title that begins at `first` says; "former" counts where the noun is used for the first time. */
static void learn_kind(nw_cast *cast, uint32_t entity, uint32_t first, nw_kind kind) {
    nw_facts *facts = nw_facts_of(cast, entity);
    if (kind.gender && !facts->gender) facts->gender = kind.gender;
    if (strcmp(kind.group, "honorific") == 0) {
        if (kind.gender) facts->gender = kind.gender;
        return;
    }
    if (!facts->group || nw_is_group(facts->group, "company")) facts->group = kind.group;
    if (facts->noun) return;
    facts->noun = reading_of(cast)->words[kind.first_token + kind.token_count - 1];
    facts->title = kind.token_count > 1 ? reading_of(cast)->words[kind.first_token] : 0;
    facts->former = nw_is_former(reading_of(cast), first, kind.first_token);
}

/* ---- before the name ---- */

/* A noun of the singular, and no verb of the past: "trade", but not "told". */
static bool is_singular(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    uint64_t readings = nw_readings_of(reading, token);
    return readings & NW_CLASS(NW_NOUN) && !(readings & NW_CLASS(NW_PAST)) &&
           reading->text.bytes[nw_span_end(item->span) - 1] != 's';
}

/* "Italy's [industry] minister", "the [central] bank governor": what the office is for, where the phrase begins with it. */
static bool is_field(const nw_reading *reading, uint32_t token, uint32_t start) {
    const newswire_token *item = &reading->tokens.items[token];
    if (nw_token_reads(reading, token, "central") && nw_token_reads(reading, token + 1, "bank")) return true;
    if (token <= start || !is_singular(reading, token)) return false;
    return item[-1].traits & (NEWSWIRE_HAS_APOSTROPHE | NEWSWIRE_INITIAL_CAPITAL) ||
           nw_token_is_used(reading, token - 1, NW_USE_REFERRING) ||
           nw_token_is_used(reading, token - 1, NW_USE_PART_OWNER);
}

/* "[Hedge] fund manager Ann Lee": the same where the sentence begins with it. */
static bool is_first_field(const nw_reading *reading, uint32_t token) {
    nw_word_info info = nw_know_word(reading->words[token], &reading->tokens.items[token]);
    const uint64_t others = nw_class_bit(NW_CLASS_CALENDAR) | nw_class_bit(NW_CLASS_PRONOUN);
    return is_singular(reading, token) && nw_token_in(reading, token, NW_LIST_ORDINARY_WORDS) &&
           !info.before && !info.after && !(info.classes & others);
}

/* "[Transport] Minister", "[Oil] Minister": a capital before a title in capitals; "[union] leader", "[company]
** president": whom the office is of. */
static bool is_part_of_title(const nw_reading *reading, uint32_t first, uint32_t start) {
    uint32_t at = first - 1;
    if (!is_word(reading, at) || !(reading->tokens.items[first].kind == NEWSWIRE_WORD)) return false;
    nw_word_info info = nw_know_word(reading->words[at], &reading->tokens.items[at]);
    bool capital = (reading->tokens.items[at].traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
    bool title_capital = (reading->tokens.items[first].traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
    if (!capital)
        return !title_capital &&
               (info.classes & nw_class_bit(NW_CLASS_KIND_ORG) || is_field(reading, at, start));
    if (!title_capital) return at == start && is_first_field(reading, at);
    return !info.before && at >= start &&
           (reading->tokens.items[at].span.length > 3 || nw_readings_of(reading, at) == NW_CLASS(NW_NOUN));
}

/* Where the title that ends with a kind begins: it takes in modifiers and names before the kind. */
static uint32_t title_start(const nw_cast *cast, uint32_t index, uint32_t start, uint32_t first,
                            uint32_t *employer) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *names = cast->names->items;
    uint32_t limit = first > start + TITLE_TOKENS ? first - TITLE_TOKENS : start;
    while (first > limit) {
        const newswire_mention *name = index ? &names[index - 1] : NULL;
        if (name && name->first_token + name->token_count == first && name->first_token >= limit &&
            nw_ends_token(reading, name)) {
            if (name->type == NEWSWIRE_PERSON) return first;
            if (name->type == NEWSWIRE_ORG && !*employer) *employer = name->entity;
            first = name->first_token;
            index--;
        } else if (is_modifier(reading, first - 1) || is_part_of_title(reading, first, start)) {
            first--;
        } else {
            break;
        }
    }
    return first;
}

/* "who [accused] Lee": a participle is a title only after an article. */
static bool is_verb_here(const nw_reading *reading, const nw_kind *kind, uint32_t start) {
    uint32_t last = kind->first_token + kind->token_count - 1;
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[last]);
    if (word.length < 3 || memcmp(word.bytes + word.length - 2, "ed", 2) != 0) return false;
    return kind->first_token == start || !nw_token_is_used(reading, kind->first_token - 1, NW_USE_ARTICLE);
}

/* "[head] of equity research Ann Lee": the kind before "of" or "for" and what it is for, in small letters. */
static nw_kind kind_before_field(const nw_reading *reading, uint32_t start, uint32_t token) {
    enum { MOST_WORDS = 3 };
    nw_kind none = {NULL, NEWSWIRE_MISC, 0, token, 0};
    const uint64_t nouns = NW_CLASS(NW_NOUN) | NW_CLASS(NW_ADJECTIVE);
    for (uint32_t at = token; at > start + 1 && token - at <= MOST_WORDS; at--) {
        const newswire_token *item = &reading->tokens.items[at - 1];
        if (at < token && nw_token_reads_any(reading, at - 1, "of for"))
            return nw_kind_before(reading, start, at - 1);
        if (item->kind != NEWSWIRE_WORD ||
            item->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE))
            return none;
        if (!(nw_readings_of(reading, at - 1) & nouns) && !nw_token_reads(reading, at - 1, "and"))
            return none;
    }
    return none;
}

static void read_person_title(nw_cast *cast, uint32_t index) {
    const newswire_mention *mention = &cast->names->items[index];
    uint32_t start = sentence_start(cast, mention), employer = 0;
    nw_kind kind = nw_kind_before(reading_of(cast), start, mention->first_token);
    if (!kind.group) kind = kind_before_field(reading_of(cast), start, mention->first_token);
    if (!kind.group || kind.type != NEWSWIRE_PERSON || is_verb_here(reading_of(cast), &kind, start)) return;
    uint32_t first = title_start(cast, index, start, kind.first_token, &employer);
    learn_kind(cast, mention->entity, first, kind);
    if (nw_is_group(kind.group, "honorific")) return;
    describe(cast, mention->entity, first, mention->first_token);
    if (employer && !nw_facts_of(cast, mention->entity)->employer)
        nw_facts_of(cast, mention->entity)->employer = employer;
    if (employer && nw_is_group(kind.group, "analyst") && !nw_facts_of(cast, employer)->group)
        nw_facts_of(cast, employer)->group = "bank";
    nw_add_reference(cast, first, mention->first_token, mention->entity, NEWSWIRE_NOMINAL, 0.9);
}

/* "[Her lawyer], Ann Lee, said": the office first, and the name in apposition. */
static void read_office(nw_cast *cast, uint32_t index) {
    const newswire_mention *mention = &cast->names->items[index];
    nw_kind kind;
    uint32_t first = nw_office_start(cast, index, &kind), comma = mention->first_token - 1;
    if (first == NW_NO_OFFICE || cast->taken[first]) return;
    learn_kind(cast, mention->entity, first, kind);
    describe(cast, mention->entity, kind.first_token, comma);
    nw_add_reference(cast, first, comma, mention->entity, NEWSWIRE_NOMINAL, 0.8);
}

/* "Chief Executive Adam Storr of Norwick Holdings": whom a person works for. */
static void read_affiliation(nw_cast *cast, uint32_t index) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *mention = &cast->names->items[index];
    uint32_t at = mention->first_token + mention->token_count, end = sentence_end(cast, mention);
    if (index + 1 >= cast->names->count || at + 1 >= end || mention[1].type != NEWSWIRE_ORG) return;
    if (!nw_token_reads(reading, at, "of") && !nw_token_reads(reading, at, "at")) return;
    if (nw_token_reads(reading, ++at, "the")) at++;
    nw_facts *facts = nw_facts_of(cast, mention->entity);
    if (mention[1].first_token == at && !facts->employer) facts->employer = mention[1].entity;
}

/* The index + 1 of the adjective or country that begins a title: "Finnish" of "Finnish ferry operator"; 0: none.
** `from` is where the kind stands, `index` the name after it. */
static uint32_t adjective_of_title(const nw_cast *cast, uint32_t index, uint32_t from) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *before = &cast->names->items[index - 1];
    uint32_t after = before->first_token + before->token_count;
    bool nation = before->type == NEWSWIRE_LOC && /* "U.S. carmaker Ford" */
                  nw_is_group(nw_facts_of(cast, before->entity)->group, "country");
    if (before->sentence != before[1].sentence || !nw_ends_token(reading, before)) return 0;
    if ((before->type != NEWSWIRE_MISC && !nation) || after > from || from - after > TITLE_NOUNS) return 0;
    for (uint32_t at = after; at < from; at++)
        if (!is_word(reading, at) || reading->tokens.items[at].traits & NEWSWIRE_INITIAL_CAPITAL ||
            nw_know_word(reading->words[at], &reading->tokens.items[at]).before)
            return 0;
    return index;
}

/* Whether a title may begin at a token: nothing before it goes on into it. */
static bool begins_title(const nw_reading *reading, uint32_t token, uint32_t start) {
    if (token == start || reading->tokens.items[token - 1].kind == NEWSWIRE_PUNCT) return true;
    nw_word_info info = nw_know_word(reading->words[token - 1], &reading->tokens.items[token - 1]);
    return nw_is_cue_of(info.before, "abdefgijotuwz") || nw_is_cue(info.after, 's');
}

/* "[pub] group Marlowe", "[rival marine paints] maker Sherbrooke": nouns and adjectives before a kind. */
static uint32_t noun_start(const nw_reading *reading, uint32_t from, uint32_t start) {
    for (uint32_t at = from; at > start && from - at < TITLE_NOUNS; at--) {
        const newswire_token *word = &reading->tokens.items[at - 1];
        nw_word_info info = nw_know_word(reading->words[at - 1], word);
        bool capital = word->traits & NEWSWIRE_INITIAL_CAPITAL && at - 1 > start;
        if (!is_word(reading, at - 1) || capital || info.before || info.after) break;
        if (begins_title(reading, at - 1, start)) return at - 1;
    }
    return from;
}

/* "[China]'s Harcourt Corp": the country it is from. */
static void read_home(nw_cast *cast, uint32_t index) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *mention = &cast->names->items[index], *owner = mention - 1;
    char *country = nw_facts_of(cast, mention->entity)->country;
    if (index == 0 || country[0] || owner->type != NEWSWIRE_LOC || mention->first_token == 0 ||
        owner->first_token + owner->token_count + 1 != mention->first_token ||
        !nw_is_group(nw_facts_of(cast, owner->entity)->group, "country") ||
        !nw_token_reads_any(reading, mention->first_token - 1, "'s \xe2\x80\x99s"))
        return;
    memcpy(country, nw_facts_of(cast, owner->entity)->country, 3);
}

/* "[Corvane] parent Harcourt": where the firm begins that a title says more of, which the title begins with. */
static uint32_t owner_of_title(const nw_cast *cast, uint32_t index, uint32_t from) {
    const newswire_mention *owner = &cast->names->items[index - 1];
    if (index == 0 || owner->first_token + owner->token_count != from ||
        owner->sentence != owner[1].sentence ||
        (owner->type != NEWSWIRE_ORG && owner->type != NEWSWIRE_MISC) || !nw_ends_token(cast->reading, owner))
        return from;
    return owner->first_token;
}

/* "online newspaper La Tribune", "European no.2 Peugeot", "Finnish ferry operator Saaristo". */
static void read_organisation_title(nw_cast *cast, uint32_t index) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *mention = &cast->names->items[index];
    uint32_t start = sentence_start(cast, mention), first = mention->first_token;
    nw_kind kind = nw_kind_before(reading, start, first);
    if (!kind.group || kind.type != NEWSWIRE_ORG ||
        reading->tokens.items[first - 1].traits & NEWSWIRE_INITIAL_CAPITAL)
        return;
    learn_kind(cast, mention->entity, kind.first_token, kind);
    uint32_t from = kind.first_token;
    uint32_t adjective = index ? adjective_of_title(cast, index, from) : 0;
    if (adjective) {
        const newswire_mention *before = &cast->names->items[adjective - 1];
        char *country = nw_facts_of(cast, mention->entity)->country;
        if (!country[0]) memcpy(country, nw_facts_of(cast, before->entity)->country, 3);
        from = before->first_token;
    } else {
        from = owner_of_title(cast, index, noun_start(reading, from, start));
    }
    describe(cast, mention->entity, from, first);
    nw_add_reference(cast, from, first, mention->entity, NEWSWIRE_NOMINAL, 0.8);
}

/* ---- after the name ---- */

/* "According to Acme, [the firm thinks it is late]": an apposition has a helping verb only after a relative. */
static bool is_clause(const nw_reading *reading, uint32_t first, uint32_t end) {
    for (uint32_t at = first; at < end; at++) {
        if (nw_token_is_used(reading, at, NW_USE_CLAUSE_INSIDE)) return false;
        const nw_entry *entry = nw_find_entry(reading->words[at], NW_LIST_CLAUSE_WORDS);
        if (entry && strcmp(nw_entry_column(entry, 1), "helper") == 0) return true;
    }
    return false;
}

static bool ends_apposition(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (item->kind == NEWSWIRE_PUNCT) return !nw_token_is(&reading->text, item, '\'');
    return nw_token_is_used(reading, token, NW_USE_ENDS_APPOSITION);
}

/* "Finland's biggest bank", "GM's European unit". */
static bool begins_with_owner(const nw_cast *cast, uint32_t index, uint32_t token) {
    if (index + 1 >= cast->names->count) return false;
    const newswire_mention *owner = &cast->names->items[index + 1];
    uint32_t after = owner->first_token + owner->token_count;
    return owner->first_token == token && after < reading_of(cast)->tokens.count &&
           nw_ends_token(reading_of(cast), owner) &&
           reading_of(cast)->tokens.items[after].traits & NEWSWIRE_HAS_APOSTROPHE &&
           reading_of(cast)->tokens.items[after].gap == NEWSWIRE_NO_GAP;
}

/* Countries and employers named inside an apposition. */
static void read_names_inside(nw_cast *cast, uint32_t index, uint32_t end) {
    const newswire_mention *mention = &cast->names->items[index];
    nw_facts *facts = nw_facts_of(cast, mention->entity);
    for (uint32_t i = index + 1; i < cast->names->count && cast->names->items[i].first_token < end; i++) {
        const newswire_mention *inner = &cast->names->items[i];
        if (mention->type == NEWSWIRE_PERSON && inner->type == NEWSWIRE_ORG && !facts->employer)
            facts->employer = inner->entity;
        if (mention->type == NEWSWIRE_ORG && inner->type >= NEWSWIRE_LOC && !facts->country[0])
            memcpy(facts->country, nw_facts_of(cast, inner->entity)->country, 3);
    }
}

/* "Opec, the Kuwait News Agency reported": a kind that is a word of a firm's name, with no other kind before it, says nothing
** about the name before. */
static bool is_kind_of_name(const nw_cast *cast, uint32_t index, uint32_t first, const nw_kind *kind) {
    const nw_reading *reading = reading_of(cast);
    for (uint32_t i = index + 1; i < cast->names->count && kind->type == NEWSWIRE_ORG; i++) {
        const newswire_mention *other = &cast->names->items[i];
        if (other->first_token > kind->first_token) return false;
        if (other->type != NEWSWIRE_ORG || other->first_token + other->token_count <= kind->first_token)
            continue;
        for (uint32_t at = first; at < other->first_token; at++)
            if (nw_token_in(reading, at, NW_LIST_KINDS)) return false;
        uint32_t after =
            other->first_token + other->token_count; /* "the Commerce Department's lending arm" */
        return after >= reading->tokens.count ||
               !(reading->tokens.items[after].traits & NEWSWIRE_HAS_APOSTROPHE);
    }
    return false;
}

/* The kind that heads a noun phrase: the first whose next word cannot go on with it. */
static nw_kind head_kind(const nw_reading *reading, uint32_t token, uint32_t end) {
    nw_kind head = {NULL, NEWSWIRE_MISC, 0, token, 0};
    for (; token < end; token++) {
        if (nw_token_is_used(reading, token, NW_USE_ENDS_HEAD)) break;
        nw_kind kind = nw_kind_at(reading, token, end);
        if (!kind.group) continue;
        head = kind;
        token += kind.token_count - 1;
    }
    return head;
}

/* "Judi Lee, Baroness Hale and King Alfred came": the kind is the title of somebody else. */
static bool is_title_of_other(const nw_cast *cast, uint32_t index, const nw_kind *kind) {
    uint32_t after = kind->first_token + kind->token_count;
    for (uint32_t i = index + 1; i < cast->names->count; i++) {
        const newswire_mention *other = &cast->names->items[i];
        if (other->first_token > after) return false;
        if (other->type == NEWSWIRE_PERSON && other->first_token + other->token_count > kind->first_token)
            return true;
    }
    return false;
}

static void read_apposition(nw_cast *cast, uint32_t index) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *mention = &cast->names->items[index];
    uint32_t comma = mention->first_token + mention->token_count, end = sentence_end(cast, mention);
    if (comma + 2 >= end || !nw_token_is(&reading->text, &reading->tokens.items[comma], ',')) return;
    uint32_t first = comma + 1, stop = first;
    while (stop < end && stop < first + APPOSITION_TOKENS && !ends_apposition(reading, stop)) stop++;
    if (stop == first || stop == first + APPOSITION_TOKENS) return;
    bool determined =
        nw_token_is_used(reading, first, NW_USE_ARTICLE) || begins_with_owner(cast, index, first);
    nw_kind kind = determined ? head_kind(reading, first + 1, stop) : head_kind(reading, first, stop);
    if (!kind.group || kind.type != mention->type) return;
    if (is_clause(reading, first, stop) || is_title_of_other(cast, index, &kind) ||
        is_kind_of_name(cast, index, first, &kind))
        return;
    /* without an article only roles stand there: "Ann Lee, chief executive of Acme," */
    if (!determined &&
        (kind.type != NEWSWIRE_PERSON || (kind.first_token != first && !is_modifier(reading, first) &&
                                          !(reading->tokens.items[first].traits & NEWSWIRE_INITIAL_CAPITAL))))
        return;
    if (stop < end && nw_token_is(&reading->text, &reading->tokens.items[stop], ',') == false &&
        reading->tokens.items[stop].kind != NEWSWIRE_PUNCT && determined)
        return;
    learn_kind(cast, mention->entity, first, kind);
    read_names_inside(cast, index, stop);
    describe(cast, mention->entity, first, stop);
    nw_add_reference(cast, first, stop, mention->entity, NEWSWIRE_NOMINAL, 0.8);
}

/* ---- around the name ---- */

/* Where a phrase such as "GM's European" before a name begins; the token itself if there is none. */
static uint32_t owner_start(const nw_cast *cast, uint32_t index, uint32_t start, uint32_t token) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *names = cast->names->items;
    while (index > 0 && names[index - 1].type == NEWSWIRE_MISC &&
           names[index - 1].first_token + names[index - 1].token_count == token)
        token = names[--index].first_token;
    if (token <= start) return token;
    if (nw_token_is_used(reading, token - 1, NW_USE_PART_OWNER)) return token - 1;
    bool owned = reading->tokens.items[token - 1].traits & NEWSWIRE_HAS_APOSTROPHE && index > 0 &&
                 names[index - 1].first_token + names[index - 1].token_count == token - 1;
    return owned ? names[index - 1].first_token : token;
}

/* "The Fed [said that] business was slow": the noun of a firm's part is not looked for past such words. */
static bool is_small_word(const nw_reading *reading, uint32_t token) {
    nw_word_info info = nw_know_word(reading->words[token], &reading->tokens.items[token]);
    return info.before || info.after;
}

/* "GM's European Opel division", "its Gefco logistics business". */
static void read_part(nw_cast *cast, uint32_t index) {
    const nw_reading *reading = reading_of(cast);
    const newswire_mention *mention = &cast->names->items[index];
    uint32_t after = mention->first_token + mention->token_count, end = sentence_end(cast, mention),
             last = after;
    while (last < end && last < after + 2 && is_word(reading, last) &&
           !nw_token_is_used(reading, last, NW_USE_PART_NOUN) && !is_small_word(reading, last) &&
           !(reading->tokens.items[last].traits & NEWSWIRE_INITIAL_CAPITAL))
        last++;
    if (last >= end || !nw_token_is_used(reading, last, NW_USE_PART_NOUN)) return;
    if (!nw_ends_token(reading, mention) ||
        reading->tokens.items[mention->first_token].span.start != mention->span.start)
        return; /* "the Acme-Norwick venture" is neither's alone */
    uint32_t first = owner_start(cast, index, sentence_start(cast, mention), mention->first_token);
    if (first == mention->first_token) return;
    nw_add_reference(cast, first, last + 1, mention->entity, NEWSWIRE_NOMINAL, 0.7);
}

/* ---- all ---- */

void nw_read_titles(nw_cast *cast) {
    for (uint32_t i = 0; i < cast->names->count; i++) {
        const newswire_mention *mention = &cast->names->items[i];
        nw_poll(cast->arena, 4);
        if (mention->type == NEWSWIRE_PERSON) {
            read_person_title(cast, i);
            read_office(cast, i);
            read_affiliation(cast, i);
            read_apposition(cast, i);
        } else if (mention->type == NEWSWIRE_ORG) {
            read_home(cast, i);
            read_organisation_title(cast, i);
            read_apposition(cast, i);
            read_part(cast, i);
        }
    }
    for (uint32_t i = 1; i <= cast->entities->count; i++) {
        newswire_span description = nw_facts_of(cast, i)->description;
        if (description.length)
            nw_entity_of(cast, i)->description = nw_collapse(cast->arena, &cast->reading->text, description);
    }
}
