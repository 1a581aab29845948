#include "returnable/json.h"

#include <algorithm>

#include "engine_view.h"
#include "library_access.h"
#include "reading/read_case.h"
#include "writing/json_writer.h"
#include "writing/pack_info.h"
#include "writing/verdict_json.h"

namespace returnable {
namespace {

constexpr int longest_sweep = 3660;
constexpr std::int64_t most_answers_of_a_sweep = 40'000;

void write_day(JsonWriter& out, Date day, const std::vector<QuickItem>& items) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    out.key("items");
    out.open('[');
    for (const QuickItem& item : items) {
        out.open('{');
        out.pair("id", item.id);
        out.pair("status", std::string_view(name_of(item.status)));
        out.key("return_shipping");
        if (item.return_shipping) {
            out.open('[');
            for (const Payer payer : *item.return_shipping) out.value(std::string_view(name_of(payer)));
            out.close(']');
        } else {
            out.null();
        }
        out.key("beside_status");
        if (item.beside_status) out.value(std::string_view(name_of(*item.beside_status)));
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

Result<Case> read(const Library& library, std::string_view json, FaultsOf faults_of) {
    std::vector<Error> errors;
    const Node root = parse_json(json, case_limits, errors);
    return whole_case(library, read_case_text(root, std::move(errors)), faults_of);
}

}  // namespace

Result<Case> read_case(const Library& library, std::string_view json) { return read(library, json, faults_of_check); }

std::string check_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdict = check_view(library, *order);
    return verdict ? write_view(*verdict) : errors_json(verdict.errors);
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
    const auto order = read(library, case_json, faults_of_compare);
    if (!order) return errors_json(order.errors);
    const auto verdicts = compare_view(library, *order);
    if (!verdicts) return errors_json(verdicts.errors);
    JsonWriter out;
    out.open('{');
    for (const auto& [id, verdict] : *verdicts) {
        out.key(id);
        out.raw(write_view(verdict));
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
    const std::int64_t answers = ((*last - *first).count() + 1) * static_cast<std::int64_t>(std::max<std::size_t>(1, order->items.size()));
    if (answers > most_answers_of_a_sweep)
        return errors_json({{"too_many", "/to", "A sweep answers at most 40,000 times: its days times the items of the case."}});
    JsonWriter out;
    out.open('[');
    Work work(most_steps_of_a_case);
    for (Date day = *first; day <= *last; day += std::chrono::days{1}) {
        order.value->as_of = day;
        const auto items = quick_check(library, *order.value, work);
        if (work.is_spent())
            return errors_json({{"too_many", "/to", "These days take more work than one sweep may. Ask for fewer days or items, or give more facts."}});
        if (items) write_day(out, day, *items.value);
        else write_day_with_faults(out, day, items.errors);
    }
    out.close(']');
    return out.finish();
}

std::string add_pack_json(Library& library, std::string_view pack_json) {
    const auto errors = library.add_pack(pack_json);
    if (!errors.empty()) return errors_json(errors);
    const Pack& pack = *loaded_packs(library).back();
    JsonWriter out;
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.close('}');
    return out.finish();
}

std::string validate_json(const Library& library, std::string_view pack_json, std::string_view as_of) {
    std::string answer = errors_json(library.validate(pack_json));
    answer.back() = ',';
    return answer + "\"warnings\":" + warnings_json(library.warnings(pack_json, parse_date(as_of))) + '}';
}

std::string packs_json(const Library& library) {
    JsonWriter out;
    out.open('[');
    for (const auto& pack : loaded_packs(library)) write_pack(out, *pack);
    out.close(']');
    return out.finish();
}

}  // namespace returnable
