// What a caller may know of packs, as JSON text.
#include "writing/pack_info.h"

#include "pack/pack_notes.h"

namespace returnable {
namespace {

void write_fact(JsonWriter& out, const FactSpec& spec, const FactUse& use) {
    out.key(spec.id);
    out.open('{');
    static constexpr const char* kinds[] = {"yes_no", "choice", "number", "date", "word"};
    out.pair("kind", std::string_view(kinds[static_cast<std::size_t>(spec.kind)]));
    if (spec.kind == FactKind::choice && spec.values.size() <= 64) out.pair("values", spec.values);
    if (!spec.prompt.empty()) out.pair("prompt", spec.prompt);
    if (!use.hint.empty()) out.pair("hint", use.hint);
    if (use.range) {
        out.key("range");
        out.open('[');
        out.value(use.range->first);
        out.value(use.range->second);
        out.close(']');
    }
    out.close('}');
}

void write_deductions(JsonWriter& out, const PackNotes& notes) {
    out.key("deductions");
    out.open('{');
    for (const Deduction& one : notes.deductions) {
        out.key(one.id);
        out.open('{');
        out.pair("says", one.says);
        if (one.amount) out.pair("amount", *one.amount);
        if (one.amount) out.pair("currency", one.currency);
        if (one.percent) out.pair("percent", *one.percent);
        out.close('}');
    }
    out.close('}');
}

void write_notes(JsonWriter& out, const PackNotes& notes) {
    out.pair("review_after_months", std::int64_t{notes.review_after_months});
    if (!notes.credit.empty()) out.pair("store_credit", notes.credit);
    if (!notes.deductions.empty()) write_deductions(out, notes);
    if (notes.words.empty()) return;
    out.key("words");
    out.open('{');
    for (const auto& [name, sentence] : notes.words) {
        out.key(name);
        out.value(std::string_view(sentence));
    }
    out.close('}');
}

}  // namespace

void write_pack(JsonWriter& out, const Pack& pack) {
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.pair("checked_on", pack.checked_on);
    if (!pack.governs.empty()) out.pair("governs", pack.governs);
    out.key("effective");
    out.open('{');
    out.pair("from", pack.from);
    out.pair("to", pack.to);
    out.close('}');
    out.key("remedies");
    out.open('[');
    for (const RemedySpec& remedy : pack.remedies) out.value(std::string_view(remedy.id));
    out.close(']');
    out.key("facts");
    out.open('{');
    for (std::size_t i = 0; i < pack.facts.size(); ++i) write_fact(out, pack.facts[i], pack.uses[i]);
    out.close('}');
    out.key("sources");
    out.open('[');
    for (const SourceSpec& source : pack.sources) {
        out.open('{');
        out.pair("id", source.id);
        out.pair("title", source.title);
        out.pair("kind", source.kind);
        out.pair("tier", source.tier);
        out.key("date");
        if (source.date.empty()) out.null();
        else out.value(std::string_view(source.date));
        if (!source.link.empty()) out.pair("link", source.link);
        if (!source.text_of.empty()) out.pair("text_of", source.text_of);
        out.close('}');
    }
    out.close(']');
    if (pack.notes) write_notes(out, *pack.notes);
    out.close('}');
}

std::string warnings_json(const std::vector<Error>& warnings) {
    JsonWriter out;
    out.open('[');
    for (const Error& one : warnings) {
        out.open('{');
        out.pair("severity", std::string_view("warning"));
        out.pair("code", one.code);
        out.pair("path", one.path);
        out.pair("message", one.message);
        out.close('}');
    }
    out.close(']');
    return out.finish();
}

}  // namespace returnable
