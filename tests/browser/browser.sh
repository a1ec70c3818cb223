#!/bin/sh
# news_html in a real browser (headless Chromium): the page renders with every quote, entity mention and move
# of an article, and a hostile article runs nothing.
#
#     browser.sh EXTENSION
set -u
extension=$1
if ! command -v chromium >/dev/null 2>&1; then
    echo "browser: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
suite=browser
. tests/check.sh
work=$(mktemp -d)
sql() { "${SQLITE3:-sqlite3}" -batch -init /dev/null -noheader -cmd ".load $extension" "$work/articles.db"; }

# Renders fragment $1 with a script after it that writes what the page holds into its title; prints the title.
render() {
    {
        echo '<!doctype html><meta charset="utf-8"><script>window.hacked = 0; window.alert = function () { window.hacked++; };</script>'
        cat "$1"
        cat <<'SCRIPT'
<script>
window.addEventListener("load", function () {
    var quotes = {}, entities = {}, moves = {};
    document.querySelectorAll("[data-quote]").forEach(function (e) { quotes[e.dataset.quote] = 1; });
    document.querySelectorAll("[data-mention]").forEach(function (e) { entities[e.dataset.mention] = 1; });
    document.querySelectorAll("[data-move]").forEach(function (e) { moves[e.dataset.move] = 1; });
    var article = document.querySelector(".newswire");
    var text = article ? Array.from(article.childNodes).filter(function (n) { return n.nodeName !== "STYLE"; })
        .map(function (n) { return n.textContent; }).join("") : "";
    var shown = article ? article.getBoundingClientRect().height > 10 : false;
    var foreign = document.querySelectorAll(".newswire script, .newswire img, .newswire a, .newswire iframe").length;
    document.title = [Object.keys(quotes).length, Object.keys(entities).length, Object.keys(moves).length,
        text.replace(/\s+/g, " ").trim().length, shown, window.hacked, foreign].join("|");
});
</script>
SCRIPT
    } > "$work/page.html"
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/profile" --virtual-time-budget=3000 \
        --dump-dom "file://$work/page.html" 2>/dev/null | sed -n 's/.*<title>\(.*\)<\/title>.*/\1/p' | head -n 1
}

# What the tables say the page should hold: quotes|mentions|moves|characters.
wanted() {
    sql <<SQL
SELECT (SELECT count(*) FROM news_quotes(body)) || '|' || (SELECT count(*) FROM news_mentions(body)) || '|' ||
       (SELECT count(*) FROM news_moves(body)) FROM articles WHERE id = $1;
SQL
}

"${SQLITE3:-sqlite3}" -batch -init /dev/null "$work/articles.db" < sql/sample.sql
for id in $("${SQLITE3:-sqlite3}" -batch "$work/articles.db" "SELECT id FROM articles"); do
    echo "SELECT news_html(body) FROM articles WHERE id = $id;" | sql > "$work/fragment.html"
    title=$(render "$work/fragment.html")
    check_same "article $id: quotes|mentions|moves" "$(echo "$title" | cut -d'|' -f1-3)" "$(wanted "$id")"
    check_same "article $id: shown, runs nothing, holds nothing foreign" "$(echo "$title" | cut -d'|' -f5-7)" "true|0|0"
done

cat tests/browser/hostile.txt > "$work/hostile.txt"
echo "SELECT news_html(CAST(readfile('$work/hostile.txt') AS TEXT));" | sql > "$work/fragment.html"
title=$(render "$work/fragment.html")
check_same "the hostile article runs nothing" "$(echo "$title" | cut -d'|' -f5-7)" "true|0|0"
rm -rf "$work"
check_end
