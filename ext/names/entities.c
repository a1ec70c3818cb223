#include "names/cast.h"
#include "names/forms.h"

#define DOUBTFUL 0.8 /* below this score, the article's other places say better what a name is */

typedef struct entity_maker {
    nw_cast *cast;
    uint32_t *root;   /* a form: index of the form it stands for */
    uint32_t *tally;  /* a root: its mentions so far */
    uint32_t *entity; /* a form: ordinal of the entity of which it is the root; 0: not made yet */
    uint32_t *twin;   /* the same for a town and its team, whichever the root is not */
} entity_maker;

static nw_name_form *form_at(const nw_cast *cast, uint32_t index) {
    return &cast->aliases->forms.items[index];
}

/* ---- one form for many ---- */

/* "Harcourt Holdings bid for a bank. Harcourt, which owns Harcourt Marine, …": of several organisations the only one
** named before the short form. The form itself if there are more. */
static uint32_t root_named_before(const entity_maker *maker, uint32_t index) {
    const nw_name_form *form = form_at(maker->cast, index);
    uint32_t root = index;
    for (uint32_t i = 0; i < form->fuller_count; i++) {
        uint32_t other = maker->root[form->fuller[i] - 1];
        const nw_name_form *full = form_at(maker->cast, form->fuller[i] - 1);
        if (full->type != NEWSWIRE_ORG || full->mention > form->mention || other == root) continue;
        if (root != index) return index;
        root = other;
    }
    return root;
}

/* The root that all fuller forms share, or the form itself. */
static uint32_t shared_root(const entity_maker *maker, uint32_t index) {
    const nw_name_form *form = form_at(maker->cast, index);
    if (!form->fuller_count) return index;
    uint32_t root = maker->root[form->fuller[0] - 1];
    for (uint32_t i = 1; i < form->fuller_count; i++)
        if (maker->root[form->fuller[i] - 1] != root)
            return form->type == NEWSWIRE_ORG ? root_named_before(maker, index) : index;
    return root;
}

/* Long forms first, so that a form's fuller forms have their roots before it. */
static void find_roots(entity_maker *maker) {
    uint32_t count = maker->cast->aliases->forms.count, longest = 0;
    for (uint32_t i = 0; i < count; i++) {
        maker->root[i] = i;
        if (form_at(maker->cast, i)->word_count > longest) longest = form_at(maker->cast, i)->word_count;
    }
    for (uint32_t words = longest; words > 0; words--)
        for (uint32_t i = 0; i < count; i++) {
            if (form_at(maker->cast, i)->word_count != words) continue;
            nw_poll(maker->cast->arena, 1);
            maker->root[i] = shared_root(maker, i);
        }
    for (uint32_t i = 0; i < count; i++) maker->root[i] = maker->root[maker->root[i]];
}

/* The user's aliases, whatever their words. */
static void join_known(entity_maker *maker) {
    nw_cast *cast = maker->cast;
    nw_forms first;
    uint32_t count = 0;
    for (uint32_t i = 0; i < cast->aliases->forms.count; i++) count += form_at(cast, i)->known != 0;
    if (!count) return;
    nw_forms_open(cast->arena, &first, count);
    for (uint32_t i = 0; i < cast->aliases->forms.count; i++) {
        if (!form_at(cast, i)->known) continue;
        nw_form *form = nw_form_add(&first, nw_join_keys(form_at(cast, i)->known, 1));
        if (!form) continue;
        if (!form->count) form->count = i + 1;
        maker->root[i] = form->count - 1;
    }
    nw_forms_close(cast->arena, &first);
}

/* "U.S." and "the United States": countries by their code. */
static void join_countries(entity_maker *maker) {
    nw_cast *cast = maker->cast;
    uint32_t first[26 * 26] = {0};
    for (uint32_t i = 0; i < cast->aliases->forms.count; i++) {
        const nw_name_form *form = form_at(cast, i);
        if (form->type != NEWSWIRE_LOC || maker->root[i] != i) continue;
        const nw_entry *entry = nw_form_entry(cast->aliases, form, NW_LIST_COUNTRIES);
        if (!entry) continue;
        const char *code = nw_entry_column(entry, 1), *kind = nw_entry_column(entry, 2);
        if (code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z' || *kind == 'h' ||
            strcmp(kind, "constituent") == 0)
            continue;
        uint32_t *place = &first[(code[0] - 'A') * 26 + code[1] - 'A'];
        if (*place)
            maker->root[i] = *place - 1;
        else
            *place = i + 1;
    }
}

static uint32_t root_of(entity_maker *maker, uint32_t form) {
    while (maker->root[form] != form) {
        maker->root[form] = maker->root[maker->root[form]];
        form = maker->root[form];
    }
    return form;
}

/* "Acme, also known as Norwick Holdings": one entity, with all forms that stand for either name. */
static void join_called(entity_maker *maker) {
    nw_cast *cast = maker->cast;
    bool any = false;
    for (uint32_t i = 1; i < cast->names->count; i++) {
        uint32_t before = nw_called_before(cast, i);
        if (!before) continue;
        maker->root[root_of(maker, cast->aliases->form_of[i])] =
            root_of(maker, cast->aliases->form_of[before - 1]);
        any = true;
    }
    for (uint32_t i = 0; any && i < cast->aliases->forms.count; i++) maker->root[i] = root_of(maker, i);
}

/* How present a root is where a short form of it stands: how often it has been mentioned, and how recently. */
static uint32_t presence(const entity_maker *maker, uint32_t root, uint32_t sentence) {
    const nw_name_form *form = form_at(maker->cast, root);
    if (!form->seen) return 0;
    uint32_t distance = sentence - maker->cast->names->items[form->seen - 1].sentence;
    return maker->tally[root] + (distance == 0 ? 6 : distance == 1 ? 2 : 1);
}

/* The gender by an honorific before a name or as its first word: "Mrs Clement". 0: none. */
static char gender_by_honorific(const nw_cast *cast, const newswire_mention *mention) {
    const nw_reading *reading = cast->reading;
    const uint32_t first = mention->first_token;
    for (uint32_t at = first; at + 1 >= first && at < reading->tokens.count; at--) {
        const nw_entry *entry = nw_find_entry(reading->words[at], NW_LIST_KINDS);
        if (entry && strcmp(nw_entry_column(entry, 2), "honorific") == 0 && *nw_entry_column(entry, 3) != '-')
            return *nw_entry_column(entry, 3);
        if (at == 0 || reading->tokens.items[at - 1].sentence != mention->sentence) break;
    }
    return 0;
}

/* The gender by a person's given name; 0: none. */
static char gender_by_given_name(const nw_cast *cast, const nw_name_form *form) {
    const nw_name_word *first = &cast->aliases->words.items[form->first_word];
    const nw_entry *entry = form->word_count > 1 ? nw_find_entry(first->word, NW_LIST_GIVEN_NAMES) : NULL;
    char gender = entry ? *nw_entry_column(entry, 1) : 0;
    return gender == 'm' || gender == 'f' ? gender : 0;
}

/* Who a short form means: of several persons the one most present, of two equally present the last seen. Never a man
** for "Mrs Clement". */
static uint32_t root_of_mention(const entity_maker *maker, uint32_t index, const newswire_mention *mention) {
    const nw_cast *cast = maker->cast;
    const nw_name_form *form = form_at(cast, index);
    uint32_t root = maker->root[maker->root[index]], most = 0, last = 0, only = index;
    if (form->known || !form->fuller_count || form->type != NEWSWIRE_PERSON) return root;
    const char gender = gender_by_honorific(cast, mention);
    bool several = maker->root[index] == index, agrees = false;
    if (!several && !gender) return root;
    for (uint32_t i = 0; i < form->fuller_count; i++) {
        uint32_t fuller = maker->root[form->fuller[i] - 1];
        uint32_t here = presence(maker, fuller, mention->sentence), seen = form_at(cast, fuller)->seen;
        char other = gender ? gender_by_given_name(cast, form_at(cast, form->fuller[i] - 1)) : 0;
        if (other && other != gender) continue;
        if (agrees && (here < most || (here == most && seen <= last))) continue;
        agrees = true;
        most = here;
        last = seen;
        only = fuller;
    }
    return only;
}

/* ---- rows ---- */

/* A town and its team, a country and its government, may share a name in one article; anything else with the same
** name is one thing, of one type. */
static bool is_twin(const nw_cast *cast, uint32_t root, const newswire_mention *mention) {
    const nw_name_form *form = form_at(cast, cast->aliases->form_of[mention - cast->names->items]);
    uint8_t type = form_at(cast, root)->type;
    bool differ = (mention->type == NEWSWIRE_ORG && type == NEWSWIRE_LOC) ||
                  (mention->type == NEWSWIRE_LOC && type == NEWSWIRE_ORG);
    if (!differ || form->is_company || form->type != type ||
        (mention->score < DOUBTFUL && form->votes[type] >= 2 * form->votes[mention->type]))
        return false;
    return nw_form_entry(cast->aliases, form, NW_LIST_CITIES) ||
           nw_form_entry(cast->aliases, form, NW_LIST_COUNTRIES) ||
           nw_form_entry(cast->aliases, form, NW_LIST_REGIONS);
}

static uint32_t entity_of_mention(entity_maker *maker, uint32_t root, const newswire_mention *mention) {
    nw_cast *cast = maker->cast;
    bool twin = is_twin(cast, root, mention);
    uint32_t *ordinal = twin ? &maker->twin[root] : &maker->entity[root];
    if (*ordinal) return *ordinal;
    newswire_entity *entity = nw_push(cast->arena, cast->entities);
    entity->first = mention->span;
    entity->type = twin ? mention->type : form_at(cast, root)->type;
    return *ordinal = cast->entities->count;
}

static bool is_shouted(const nw_reading *reading, newswire_span span) {
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < span.length; i++) {
        char byte = reading->text.bytes[span.start + i];
        if (byte >= 'a' && byte <= 'z') return false;
        capitals += nw_ascii_upper(byte);
    }
    return capitals > 4;
}

/* Whether a mention reads fuller than the best so far. */
static bool is_fuller(const nw_cast *cast, const newswire_mention *mention, const newswire_mention *best) {
    if (!best) return true;
    const nw_name_form *form = form_at(cast, cast->aliases->form_of[mention - cast->names->items]);
    const nw_name_form *best_form = form_at(cast, cast->aliases->form_of[best - cast->names->items]);
    if (form->known && form->is_known_alias != best_form->is_known_alias) return !form->is_known_alias;
    if (form->word_count != best_form->word_count) return form->word_count > best_form->word_count;
    bool shouted = is_shouted(cast->reading, mention->span),
         best_shouted = is_shouted(cast->reading, best->span);
    if (shouted != best_shouted) return best_shouted;
    return mention->span.length > best->span.length;
}

static void name_entities(nw_cast *cast) {
    uint32_t count = cast->entities->count;
    const newswire_mention **best = nw_alloc_zero(cast->arena, (count + 1u) * sizeof *best);
    for (uint32_t i = 0; i < cast->names->count; i++) {
        newswire_mention *mention = &cast->names->items[i];
        newswire_entity *entity = nw_entity_of(cast, mention->entity);
        entity->mentions++;
        if (!entity->subtype && mention->type == entity->type) entity->subtype = mention->subtype;
        if (is_fuller(cast, mention, best[mention->entity])) best[mention->entity] = mention;
    }
    for (uint32_t i = 1; i <= count; i++) {
        cast->entities->items[i - 1].name = nw_collapse(cast->arena, &cast->reading->text, best[i]->span);
        nw_facts_of(cast, i)->form = cast->aliases->form_of[best[i] - cast->names->items];
    }
    for (uint32_t i = 0; i < cast->names->count; i++) {
        newswire_mention *mention = &cast->names->items[i];
        const newswire_entity *entity = nw_entity_of(cast, mention->entity);
        if (mention->type != entity->type) {
            mention->type = entity->type;
            mention->subtype = entity->subtype;
        }
        if (cast->aliases->form_of[i] != nw_facts_of(cast, mention->entity)->form)
            mention->kind = NEWSWIRE_ALIAS;
    }
    nw_release(cast->arena, best, (count + 1u) * sizeof *best);
}

void nw_fill_entities(nw_cast *cast) {
    size_t size = (cast->aliases->forms.count + (size_t)1) * sizeof(uint32_t);
    entity_maker maker = {cast, nw_alloc(cast->arena, size), nw_alloc_zero(cast->arena, size),
                          nw_alloc_zero(cast->arena, size), nw_alloc_zero(cast->arena, size)};
    find_roots(&maker);
    join_known(&maker);
    join_countries(&maker);
    join_called(&maker);
    for (uint32_t i = 0; i < cast->names->count; i++) {
        newswire_mention *mention = &cast->names->items[i];
        nw_poll(cast->arena, 1);
        uint32_t root = root_of_mention(&maker, cast->aliases->form_of[i], mention);
        form_at(cast, root)->seen = i + 1;
        maker.tally[root]++;
        mention->entity = entity_of_mention(&maker, root, mention);
    }
    cast->facts = nw_alloc_zero(cast->arena, (cast->entities->count + 1u) * sizeof *cast->facts);
    name_entities(cast);
    nw_release(cast->arena, maker.root, size);
    nw_release(cast->arena, maker.tally, size);
    nw_release(cast->arena, maker.entity, size);
    nw_release(cast->arena, maker.twin, size);
}
