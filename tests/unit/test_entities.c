/* Entities: which names, noun phrases and pronouns mean the same (tests/data/entities.txt), and what is told of
** them. */
#include "harness.h"

static newswire_engine *engine;

typedef struct reading {
    newswire_article *article;
    const newswire_mention *mentions;
    const newswire_entity *entities;
    size_t mention_count, entity_count;
} reading;

static reading read_text(const char *text) {
    reading read;
    read.article = test_article(engine, text, NULL);
    if (newswire_mentions(read.article, &read.mentions, &read.mention_count) != NEWSWIRE_OK ||
        newswire_entities(read.article, &read.entities, &read.entity_count) != NEWSWIRE_OK)
        exit(1);
    return read;
}

/* The name of the entity of the first mention that reads so; "-" where there is none. */
static const char *meant_by(const reading *read, const char *mention) {
    for (size_t i = 0; i < read->mention_count; i++)
        if (strcmp(test_span(read->article, read->mentions[i].span), mention) == 0)
            return test_string(read->entities[read->mentions[i].entity - 1].name);
    return "-";
}

static void check_meaning(const char *text, char *mention_and_name) {
    char *bar = strstr(mention_and_name, " | ");
    CHECK(bar != NULL, "%s: no name after %s", text, mention_and_name);
    if (!bar) return;
    *bar = 0;
    reading read = read_text(text);
    const char *name = meant_by(&read, mention_and_name);
    CHECK(strcmp(name, bar + 3) == 0, "%s\n    \"%s\": wanted \"%s\", got \"%s\"", text, mention_and_name,
          bar + 3, name);
    newswire_article_close(read.article);
}

/* The cases of the data file: a line of text, then lines "= mention | name". */
static void test_cases(void) {
    char text[1000] = "", line[1000];
    FILE *file = fopen(TEST_DATA "/entities.txt", "r");
    CHECK(file != NULL, "%s", TEST_DATA "/entities.txt");
    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "= ", 2) == 0)
            check_meaning(text, line + 2);
        else
            memcpy(text, line, sizeof text);
    }
    if (file) fclose(file);
}

static const newswire_entity *entity_named(const reading *read, const char *name) {
    for (size_t i = 0; i < read->entity_count; i++)
        if (strcmp(test_string(read->entities[i].name), name) == 0) return &read->entities[i];
    return NULL;
}

/* What is told of an entity: description, code, subtype, how often it is mentioned. */
static void test_rows(void) {
    reading read =
        read_text("Mitsubishi Motors <7211.T> rose 2 percent in Tokyo.\n\n"
                  "Mitsubishi Motors is cheap, Nomura analyst Erica Haldane said. She rates it a buy.\n\n"
                  "The Japanese\n  economy grew.");
    const newswire_entity *entity = entity_named(&read, "Mitsubishi Motors");
    CHECK(entity && entity->type == NEWSWIRE_ORG && strcmp(test_string(entity->code), "7211.T") == 0, "code");
    CHECK(entity && entity->mentions >= 2, "mentions");
    CHECK(entity && entity->first.start == 0 && entity->first.length == 17, "first");
    entity = entity_named(&read, "Erica Haldane");
    CHECK(entity && entity->type == NEWSWIRE_PERSON && entity->mentions == 3, "person");
    CHECK(entity && strcmp(test_string(entity->description), "Nomura analyst") == 0, "description");
    entity = entity_named(&read, "Tokyo");
    CHECK(entity && entity->type == NEWSWIRE_LOC && entity->subtype && strcmp(entity->subtype, "city") == 0,
          "city");
    entity = entity_named(&read, "Japanese");
    CHECK(entity && entity->subtype && strcmp(entity->subtype, "nationality") == 0, "nationality");
    const newswire_instrument *instruments;
    size_t count;
    CHECK(newswire_instruments(read.article, &instruments, &count) == NEWSWIRE_OK && count == 1,
          "instruments");
    CHECK(count == 1 && instruments[0].entity &&
              entity_named(&read, "Mitsubishi Motors") == &read.entities[instruments[0].entity - 1],
          "its entity");
    newswire_article_close(read.article);
}

/* What the lists say of a name more closely, or the code of its shares. */
static void test_subtypes(void) {
    static const char *const names[][2] = {
        {"Boeing 737", "product"}, {"Maastricht Treaty", "law"}, {"Gulf War", "event"},
        {"Nobel Prize", "event"},  {"Salt Lake City", "city"},   {"Fort Wayne", "city"},
        {"Ontario", "region"},     {"Ohio", "region"},           {"Cincinnati", "city"},
        {"St. Louis", "city"},     {"South Korea", "country"},   {"Harcourt", "company"}};
    reading read = read_text(
        "He wrote of the Boeing 737, the Maastricht Treaty, the Gulf War and the Nobel Prize. She lives "
        "in Salt Lake City and works in Fort Wayne. He lives in Ontario and works in Ohio. A "
        "Cincinnati-based chain and a St. Louis-based brewer bought a South Korea-based rival. Its Dutch "
        "rival Harcourt <HRCT.AS> grew.");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const newswire_entity *entity = entity_named(&read, names[i][0]);
        CHECK(entity && entity->subtype && strcmp(entity->subtype, names[i][1]) == 0, "%s", names[i][0]);
    }
    newswire_article_close(read.article);
}

/* What a name is, where its place tells. */
static void test_told_types(void) {
    reading read = read_text(
        "The Uusila-based paint maker bought Fernhaven <FRN.L>. A Windows-based firm lost. Russia's "
        "state-run Rosenergo sold a plant to Lafarge Africa.");
    const newswire_entity *entity = entity_named(&read, "Uusila");
    CHECK(entity && entity->type == NEWSWIRE_LOC, "a town before -based");
    entity = entity_named(&read, "Fernhaven");
    CHECK(entity && entity->type == NEWSWIRE_ORG, "a company before the code of its shares");
    entity = entity_named(&read, "Windows");
    CHECK(!entity || entity->type != NEWSWIRE_LOC, "no town");
    entity = entity_named(&read, "Rosenergo");
    CHECK(entity && entity->type == NEWSWIRE_ORG, "what only firms are");
    entity = entity_named(&read, "Lafarge Africa");
    CHECK(entity && entity->type == NEWSWIRE_ORG, "a firm abroad");
    newswire_article_close(read.article);
}

/* A name that a line break wraps is one, with a space in its name. */
static void test_wrapped(void) {
    reading read =
        read_text("    Chief executives of banks met in\nNew York on Monday, and left the\nNew\nYork "
                  "office of the firm on\nTuesday to fly home to the city of\nBoston for the night.\n");
    CHECK(entity_named(&read, "New York") != NULL, "New York");
    newswire_article_close(read.article);
}

/* Kinds: the fullest form is a name, shorter ones are aliases. */
static void test_kinds(void) {
    reading read = read_text("Erica Haldane left. Haldane had no comment. She laughed.");
    CHECK(read.mention_count == 3, "%zu mentions", read.mention_count);
    if (read.mention_count == 3) {
        CHECK(read.mentions[0].kind == NEWSWIRE_NAME, "name");
        CHECK(read.mentions[1].kind == NEWSWIRE_ALIAS, "alias");
        CHECK(read.mentions[2].kind == NEWSWIRE_PRONOUN, "pronoun");
    }
    newswire_article_close(read.article);
}

int main(void) {
    engine = test_engine();
    test_cases();
    test_rows();
    test_subtypes();
    test_told_types();
    test_wrapped();
    test_kinds();
    newswire_engine_close(engine);
    return test_end("entities");
}
