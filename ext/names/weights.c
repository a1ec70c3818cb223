#include "names/weigh.h"

const nw_weights nw_name_weights[2] = {0};
