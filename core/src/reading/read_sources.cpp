#include "reading/read_sources.h"

#include <algorithm>

#include "reading/read_facts.h"

namespace returnable {
namespace {

void read_source(const Reader& one, SourceSpec& source, std::optional<Date>& read_on) {
    source.title = one.need("title").text();
    source.kind = one.get("kind").text();
    (void)one.need("tier").word({"law", "platform_page", "copy_of_platform_page", "scheme_rule", "guide", "own_advice"});
    source.tier = one.get("tier") && one.get("tier").node().is(Node::Kind::string) ? one.get("tier").node().string : "";
    const Reader date = one.get("date");
    if (date && !date.node().is(Node::Kind::null)) {
        if (const auto day = date.date()) source.date = format_date(*day);
    }
    read_on = one.get("checked_on").date();
    source.link = one.get("link").text();
    if (!source.link.empty() && !source.link.starts_with("https://")) one.get("link").fault("bad_value", "Write the whole address, from https:// on.");
    if (const auto day = one.get("text_of").date()) source.text_of = format_date(*day);
}

}  // namespace

void read_sources(const Reader& root, Pack& pack, PackNotes& notes) {
    const Reader all = root.need("sources");
    if (!all || !is_object(all)) return;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Reader one = all.member(i);
        SourceSpec& source = pack.sources.emplace_back();
        source.id = all.node().keys[i];
        std::optional<Date>& read_on = notes.checked.emplace_back();
        if (one.object({"title", "kind", "tier", "date", "link", "text_of", "checked_on"})) read_source(one, source, read_on);
    }
}

void read_clauses(const Reader& root, const PackNames& names) {
    const Reader all = root.need("clauses");
    if (!all || !is_object(all)) return;
    for (const std::size_t i : keys_in_order(all.node().keys)) {
        const Reader one = all.member(i);
        ClauseSpec& clause = names.pack.clauses.emplace_back();
        clause.id = all.node().keys[i];
        if (!one.object({"source", "section", "says"})) continue;
        const Reader source = one.need("source");
        clause.source = names.find(names.pack.sources, source.text(), source);
        clause.section = one.get("section").text();
        clause.says = one.need("says").text();
    }
}

std::vector<std::size_t> keys_in_order(const std::vector<std::string>& keys) {
    std::vector<std::size_t> places(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) places[i] = i;
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return places;
}

}  // namespace returnable
