#include "values/pieces.h"

#include "base/limits.h"

enum { MOST_FIGURES = 18 }; /* so that the digits fit 64 bits */

/* Digits with thousands' commas: 1,200 and 12,34,000, but not the comma of "1, 2" or "1986,1987". */
static bool is_group(const nw_value_reader *reader, uint32_t at, unsigned figures, bool grouped) {
    unsigned count = 0;
    if (nw_byte_at(reader, at) != ',' || (!grouped && figures > 3)) return false;
    while (count < 4 && nw_ascii_digit(nw_byte_at(reader, at + 1 + count))) count++;
    if (count == 3) return true;
    return count == 2 && figures + 2 <= 9 && nw_byte_at(reader, at + 3) == ',' &&
           is_group(reader, at + 3, figures + 2, true);
}

static void scan_digits(const nw_value_reader *reader, nw_piece *piece) {
    uint32_t at = piece->start;
    unsigned all = 0;
    bool point = false;
    piece->kind = NW_PIECE_DIGITS;
    for (; all <= MOST_FIGURES; at++) {
        char byte = nw_byte_at(reader, at);
        if (nw_ascii_digit(byte)) {
            piece->digits = piece->digits * 10 + (uint64_t)(byte - '0');
            if (point)
                piece->decimals++;
            else
                piece->figures++;
            all++;
        } else if (byte == '.' && !point && nw_ascii_digit(nw_byte_at(reader, at + 1))) {
            point = true;
        } else if (!point && is_group(reader, at, piece->figures, piece->grouped)) {
            piece->grouped = true;
        } else {
            break;
        }
    }
    piece->end = at;
    if (all > MOST_FIGURES) piece->kind = NW_PIECE_END;
}

/* The end of a run of letters; a long one is cut, since no word of the lists is so long. */
static uint32_t letters_end(const nw_value_reader *reader, uint32_t at, uint32_t end) {
    const char *bytes = reader->reading->text.bytes;
    uint32_t start = at;
    while (at < end && at - start < 4 * NW_WORD_BYTES) {
        uint32_t code, size = 1;
        if (!nw_ascii_letter(bytes[at])) {
            if ((unsigned char)bytes[at] < 0x80) break;
            size = nw_decode(bytes + at, bytes + end, &code);
            if (!nw_is_letter(code)) break;
        }
        at += size;
    }
    return at;
}

/* A word is a whole token where it has stops or apostrophes inside ("U.S.", "o'clock"), else letters. */
static bool is_whole(const newswire_token *token, const nw_piece *piece) {
    return piece->start == token->span.start && token->kind == NEWSWIRE_WORD &&
           !(token->traits & (NEWSWIRE_HAS_DIGIT | NEWSWIRE_HAS_HYPHEN));
}

static void take_word(const nw_value_reader *reader, const newswire_token *token, nw_piece *piece,
                      uint32_t end) {
    piece->kind = NW_PIECE_WORD;
    piece->end = end;
    if (piece->start == token->span.start && end == nw_span_end(token->span))
        piece->word = reader->reading->words[piece->token];
    else
        piece->word = nw_lexicon_word(reader->reading->text.bytes + piece->start, end - piece->start);
}

static bool scan(const nw_value_reader *reader, nw_piece *piece) {
    const newswire_token *token = &reader->reading->tokens.items[piece->token];
    const char *bytes = reader->reading->text.bytes;
    uint32_t token_end = nw_span_end(token->span);
    char first = bytes[piece->start];
    if (token->kind >= NEWSWIRE_CODE) return false;
    if (nw_ascii_digit(first) || (first == '.' && nw_ascii_digit(nw_byte_at(reader, piece->start + 1)) &&
                                  (piece->gap != NEWSWIRE_NO_GAP || piece->start == token->span.start))) {
        scan_digits(reader, piece);
        return piece->kind != NW_PIECE_END;
    }
    bool whole = is_whole(token, piece);
    uint32_t end = whole && nw_ascii_letter(first) ? token_end : letters_end(reader, piece->start, token_end);
    if (end > piece->start) {
        take_word(reader, token, piece, whole ? token_end : end);
        return true;
    }
    piece->kind = NW_PIECE_MARK;
    piece->end = piece->start + nw_decode(bytes + piece->start, bytes + token_end, &piece->mark);
    return true;
}

bool nw_piece_at(const nw_value_reader *reader, uint32_t token, uint32_t byte, nw_piece *piece) {
    const newswire_token *items = reader->reading->tokens.items;
    uint8_t gap = byte == items[token].span.start ? items[token].gap : NEWSWIRE_NO_GAP;
    *piece = (nw_piece){.start = byte, .end = byte, .token = token, .kind = NW_PIECE_END, .gap = gap};
    return scan(reader, piece);
}

bool nw_first_piece(const nw_value_reader *reader, uint32_t token, nw_piece *piece) {
    return nw_piece_at(reader, token, reader->reading->tokens.items[token].span.start, piece);
}

static void scan_next(const nw_value_reader *reader, const nw_piece *before, nw_piece *piece) {
    const newswire_token *items = reader->reading->tokens.items;
    uint32_t token = before->token, byte = before->end;
    while (token < reader->end_token && byte >= nw_span_end(items[token].span)) token++;
    if (token >= reader->end_token || before->kind == NW_PIECE_END) {
        *piece = (nw_piece){.start = before->end,
                            .end = before->end,
                            .token = before->token,
                            .kind = NW_PIECE_END,
                            .gap = NEWSWIRE_BLANK_LINE};
        return;
    }
    nw_piece_at(reader, token, byte < items[token].span.start ? items[token].span.start : byte, piece);
}

bool nw_next_piece(const nw_value_reader *reader, const nw_piece *before, nw_piece *piece) {
    uint32_t key = before->end + 1, token = before->token, slot = before->end % NW_KNOWN_PIECES;
    nw_piece_memo *memo = before->kind == NW_PIECE_END ? NULL : reader->pieces;
    if (memo && memo->items[slot].known == key && memo->items[slot].token == token) {
        *piece = memo->items[slot].piece;
    } else {
        scan_next(reader, before, piece);
        if (memo) {
            memo->items[slot].known = key;
            memo->items[slot].token = token;
            memo->items[slot].piece = *piece;
        }
    }
    return piece->kind != NW_PIECE_END;
}

bool nw_piece_reads(const nw_value_reader *reader, const nw_piece *piece, const char *word) {
    const char *bytes = reader->reading->text.bytes;
    if (piece->kind != NW_PIECE_WORD) return false;
    for (uint32_t at = piece->start; at < piece->end; at++, word++)
        if (nw_ascii_small(bytes[at]) != *word) return false;
    return *word == 0;
}

bool nw_is_dash(const nw_piece *piece) {
    if (piece->kind != NW_PIECE_MARK) return false;
    return piece->mark == '-' || (piece->mark >= 0x2010 && piece->mark <= 0x2014) || piece->mark == 0x2212;
}

bool nw_next_joined(const nw_value_reader *reader, const nw_piece *before, nw_piece *piece) {
    if (!nw_next_piece(reader, before, piece) || !nw_near(piece)) return false;
    if (!nw_is_dash(piece)) return true;
    nw_piece dash = *piece;
    return dash.gap == NEWSWIRE_NO_GAP && nw_next_piece(reader, &dash, piece) &&
           piece->gap == NEWSWIRE_NO_GAP;
}
