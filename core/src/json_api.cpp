#include "returnable/json.h"

#include <algorithm>

#include "pack/pack.h"
#include "verdict/fragments.h"
#include "writing/json_writer.h"

namespace returnable {
namespace {

constexpr int longest_sweep = 3660;

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

void write_pack(JsonWriter& out, const Pack& pack) {
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.pair("checked_on", pack.checked_on);
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
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

void write_day(JsonWriter& out, Date day, const std::vector<QuickItem>& items) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    out.key("items");
    out.open('[');
    for (const QuickItem& item : items) {
        out.open('{');
        out.pair("id", item.id);
        out.pair("status", item.status);
        out.key("return_shipping");
        if (item.return_shipping) out.value(*item.return_shipping);
        else out.null();
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

void write_day_with_faults(JsonWriter& out, Date day, const std::vector<Error>& errors) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    const std::string faults = errors_json(errors);  // {"errors":[…]}; its members go into this object
    out.raw(std::string_view(faults).substr(1, faults.size() - 2));
    out.close('}');
}

void write_raw_list(JsonWriter& out, const std::vector<std::string>& parts) {
    out.open('[');
    for (const std::string& part : parts) out.raw(part);
    out.close(']');
}

}  // namespace

std::string check_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdict = check(library, *order.value);
    return verdict ? write_verdict(*verdict.value) : errors_json(verdict.errors);
}

std::string check_by_place_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdict = check(library, *order.value);
    if (!verdict) return errors_json(verdict.errors);
    const auto& packs = library.editions();
    const auto pack = std::find_if(packs.begin(), packs.end(), [&](const auto& one) { return one == verdict.value->keeps; });
    return write_by_place(*verdict.value, static_cast<std::size_t>(pack - packs.begin()));
}

std::string parts_json(const Library& library, std::size_t pack) {
    static const Pack::Written none;
    const Pack::Written& written = pack < library.editions().size() ? library.editions()[pack]->written : none;
    JsonWriter out;
    out.open('{');
    out.key("clauses");
    out.open('[');
    for (const std::string& clause : written.clauses) {
        out.open('{');
        out.raw(clause);
        out.close('}');
    }
    out.close(']');
    out.key("conflicts");
    write_raw_list(out, written.conflicts);
    out.key("reasons");
    write_raw_list(out, written.reasons);
    out.key("assumptions");
    write_raw_list(out, written.assumptions);
    out.close('}');
    return out.finish();
}

std::string check_all_json(const Library& library, std::span<const std::string_view> cases) {
    JsonWriter out(128 * cases.size() + 1024);
    out.open('[');
    for (const std::string_view one : cases) {
        const auto order = read_case(library, one);
        const auto items = order ? quick_check(library, *order.value) : order.errors;
        if (items) write_day(out, order.value->as_of, *items.value);
        else out.raw(errors_json(items.errors));
    }
    out.close(']');
    return out.finish();
}

std::string compare_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdicts = compare(library, *order.value);
    if (!verdicts) return errors_json(verdicts.errors);
    JsonWriter out;
    out.open('{');
    for (const auto& [id, verdict] : *verdicts.value) {
        out.key(id);
        out.raw(write_verdict(verdict));
    }
    out.close('}');
    return out.finish();
}

std::string sweep_json(const Library& library, std::string_view case_json, std::string_view from, std::string_view to) {
    auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto first = parse_date(from), last = parse_date(to);
    std::vector<Error> errors;
    if (!first) errors.push_back({"bad_date", "/from", "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31."});
    if (!last) errors.push_back({"bad_date", "/to", "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31."});
    if (first && last && *last < *first) errors.push_back({"out_of_order", "/to", "This day is before \"from\"."});
    if (first && last && (*last - *first).count() >= longest_sweep) errors.push_back({"too_many", "/to", "A sweep covers at most 3660 days."});
    if (!errors.empty()) return errors_json(errors);
    JsonWriter out;
    out.open('[');
    for (Date day = *first; day <= *last; day += std::chrono::days{1}) {
        order.value->as_of = day;
        const auto items = quick_check(library, *order.value);
        if (items) write_day(out, day, *items.value);
        else write_day_with_faults(out, day, items.errors);
    }
    out.close(']');
    return out.finish();
}

std::string add_pack_json(Library& library, std::string_view pack_json) {
    const auto errors = library.add_pack(pack_json);
    if (!errors.empty()) return errors_json(errors);
    const Pack& pack = *library.editions().back();
    JsonWriter out;
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.close('}');
    return out.finish();
}

std::string packs_json(const Library& library) {
    JsonWriter out;
    out.open('[');
    for (const auto& pack : library.editions()) write_pack(out, *pack);
    out.close(']');
    return out.finish();
}

}  // namespace returnable
