#include "writing/pack_sentences.h"

#include "writing/json_writer.h"
#include "writing/pack_info.h"

namespace returnable {
namespace {

void write_clauses(JsonWriter& out, const Pack& pack) {
    out.open('{');
    for (const ClauseSpec& clause : pack.clauses) {
        out.key(clause.id);
        out.open('{');
        out.pair("section", clause.section);
        out.pair("says", clause.says);
        const SourceSpec& source = pack.sources[clause.source];
        if (!source.tier.empty()) out.pair("tier", source.tier);
        if (!source.link.empty()) out.pair("link", source.link);
        if (!source.text_of.empty()) out.pair("text_of", source.text_of);
        out.close('}');
    }
    out.close('}');
}

void write_readings(JsonWriter& out, const Pack& pack) {
    out.open('{');
    for (const ConflictSpec& conflict : pack.conflicts) {
        out.key(conflict.id);
        out.open('[');
        for (const ReadingSpec& reading : conflict.readings) {
            out.open('{');
            out.pair("value", reading.value);
            if (!reading.why.empty()) out.pair("why", reading.why);
            out.close('}');
        }
        out.close(']');
    }
    out.close('}');
}

}  // namespace

std::string sentences_json(const Pack& pack) {
    JsonWriter out;
    out.open('{');
    out.key("info");
    write_pack(out, pack);
    out.key("rules");
    out.open('[');
    for (const RuleSpec& rule : pack.rules) out.value(std::string_view(rule.id));
    out.close(']');
    out.key("clauses");
    write_clauses(out, pack);
    out.key("conflicts");
    write_readings(out, pack);
    out.close('}');
    return out.finish();
}

}  // namespace returnable
