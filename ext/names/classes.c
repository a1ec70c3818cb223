#include "names/classes.h"

uint64_t nw_name_lists(void) {
    return nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_NATIONALITIES) | nw_list_bit(NW_LIST_CITIES) |
           nw_list_bit(NW_LIST_REGIONS) | nw_list_bit(NW_LIST_COMPANIES) | nw_list_bit(NW_LIST_FIRMS) |
           nw_list_bit(NW_LIST_ORGANISATIONS) | nw_list_bit(NW_LIST_EXCHANGES) | nw_list_bit(NW_LIST_PRESS) |
           nw_list_bit(NW_LIST_STOCK_INDICES) | nw_list_bit(NW_LIST_EVENTS) |
           nw_list_bit(NW_LIST_SPORTS_TEAMS) | nw_list_bit(NW_LIST_TITLES) | nw_list_bit(NW_LIST_JOB_ROLES);
}
