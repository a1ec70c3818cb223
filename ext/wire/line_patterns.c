#include "wire/line_patterns.h"

/* Any of the dashes, in bytes. */
#define DASHES "(?:-{1,3}|\xe2\x80[\x92-\x95])"

const nw_pattern nw_line_patterns[NW_LINE_PATTERN_COUNT] = {
    [NW_LINE_SIGN_OFF] =
        {"sign-off", "(?:[(\\s-]*(?:Reuters?|REUTERS?|END|ENDS|MORE)[)\\s.-]*|-\\s?30\\s?-|#(?:\\s?#)+)$",
         "(END)"},
    [NW_LINE_CONTACT] = {"contact",
                         "[(\\s]*" DASHES "?\\s*(?:[A-Z](?:(?!--)[\\w.,&' -]){0,60}[\\s,])?"
                         "(?:(?i:newsroom|newsdesk|news desk|bureau|desk|equities)|Tel|Fax|Phone)\\b"
                         "[\\s,.:]*(?:(?:Tel|Fax|Phone|at)\\b[\\s.:]*)?(?=(?:[\\s()+.\"-]{0,4}\\d){7})",
                         "-- Oslo newsroom, 47-555-0101"},
    [NW_LINE_NOTICE] = {"notice",
                        "\\(?(?:Keywords?:|\\([cC]\\)\\s|\xc2\xa9|Copyright\\s|Our Standards:|"
                        "To contact the (?:reporter|editor|author|writer|staff)s?\\s|"
                        "(?:Photo|Photograph|Photographer|Image|Picture|Video)s?:\\s|FILE PHOTO:\\s)",
                        "Keywords: FERRIES/STRIKE"},
    [NW_LINE_HEADLINE_TAG] = {"headline tag", "[A-Z][A-Z&/+.]+(?: [A-Z&/+.\\d]+){0,4}-(?=[A-Z\"'\xe2\\d])",
                              "UPDATE 1-Acme cuts outlook"},
    [NW_LINE_PERIOD] =
        {"period of results",
         "(?i:(?:(?:\\d\\w\\w|first|second|third|fourth|final|six|nine|three|12|[369]|full)[ -])?"
         "(?:qtr|quarter|half|mths|months|year|period|weeks|wks)(?:\\s(?:ended|ends|to))?)\\s*"
         "(?:[A-Z][a-z]{2,8}\\.? \\d{1,2})?:?$|[A-Z][a-z]{2,8}\\.? \\d{1,2} end$",
         "Nine mths"},
};

bool nw_line_matches(const nw_copy *copy, enum nw_line_pattern pattern, nw_line line, uint32_t *matched) {
    newswire_span groups[1];
    if (!nw_pattern_match(copy->patterns, copy->arena, nw_line_patterns, NW_LINE_PATTERN_COUNT, pattern,
                          nw_line_bytes(copy, line), groups, 1))
        return false;
    if (matched) *matched = groups[0].length;
    return true;
}
