#include "names/names.h"

#include "names/find.h"

void nw_find_names(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                   nw_instruments *instruments, newswire_string headline, const newswire_names *known,
                   nw_names *names) {
    (void)instruments;
    (void)headline;
    nw_find_mentions(arena, reading, credits, NULL, known, &names->mentions);
    for (uint32_t i = 0; i < names->mentions.count; i++) {
        newswire_mention *mention = &names->mentions.items[i];
        newswire_entity *entity = nw_push(arena, &names->entities);
        entity->type = mention->type;
        entity->name = nw_collapse(arena, &reading->text, mention->span);
        entity->mentions = 1;
        entity->first = mention->span;
        mention->entity = names->entities.count;
    }
}
