// Conditions and moments: the two small languages of a pack.
#include <algorithm>

#include "reading/pack_symbols.h"

namespace returnable {
namespace {

constexpr std::int64_t longest = 36'500;
constexpr std::int64_t largest = 1'000'000'000'000;

// A list of one says what the one says.
Condition unless_alone(Condition list) {
    if (list.parts.size() != 1) return list;
    Condition only = std::move(list.parts[0]);
    return only;
}

bool is_combinator(std::string_view key) {
    return key == "any" || key == "all" || key == "not" || key == "reading" || key == "past" || key == "reached" || key == "before" || key == "is" ||
           key == "given" || key == "within";
}

// A condition and all that is in it, and how deep that lies.
struct Extent {
    std::size_t parts = 1, depth = 1;
};

Extent extent_of(const Condition& condition) {
    Extent extent;
    for (const Condition& part : condition.parts) {
        const Extent of = extent_of(part);
        extent.parts += of.parts;
        extent.depth = std::max(extent.depth, of.depth + 1);
    }
    return extent;
}

constexpr std::size_t most_copied = 50'000, deepest = 64;

// Lends a term the `id` that `find` looks for.
struct NamedTerm {
    std::string_view id;
};

}  // namespace

Condition PackNames::when(const Reader& object) const {
    Condition result;
    if (!object) return result;
    if (!object.node().is(Node::Kind::object)) {
        if (!object.node().is(Node::Kind::invalid)) object.fault("wrong_type", "A condition is an object: { \"fact\": value, … }.");
        return result;
    }
    for (std::size_t i = 0; i < object.size(); ++i) {
        const Reader value = object.member(i);
        const std::string& key = object.node().keys[i];
        if (!is_combinator(key)) {
            result.parts.push_back(fact_condition(value, key));
        } else if (key == "not") {
            Condition negation;
            negation.kind = Condition::Kind::negation;
            negation.parts.push_back(when(value));
            result.parts.push_back(std::move(negation));
        } else if (key == "reading") {
            result.parts.push_back(readings_condition(value));
        } else if (key == "past" || key == "reached" || key == "before") {
            result.parts.push_back(dated_condition(value, key == "past"      ? Condition::Kind::past
                                                          : key == "reached" ? Condition::Kind::reached
                                                                             : Condition::Kind::before));
        } else if (key == "given") {
            result.parts.push_back(given_condition(value));
        } else if (key == "within") {
            result.parts.push_back(season_condition(value));
        } else if (key == "is") {
            result.parts.push_back(terms_condition(value));
        } else {
            result.parts.push_back(any_condition(value, key == "any" ? Condition::Kind::any : Condition::Kind::all));
        }
    }
    return unless_alone(std::move(result));
}

Condition PackNames::any_condition(const Reader& list, Condition::Kind kind) const {
    Condition result;
    result.kind = kind;
    if (!list.array()) return result;
    for (std::size_t i = 0; i < list.size(); ++i) result.parts.push_back(when(list.at(i)));
    return unless_alone(std::move(result));
}

Condition PackNames::dated_condition(const Reader& value, Condition::Kind kind) const {
    Condition result;
    result.kind = kind;
    if (kind != Condition::Kind::before) {
        result.moment = moment(value);
    } else if (value.array() && value.size() == 2) {
        result.moment = moment(value.at(0));
        result.than = moment(value.at(1));
    } else {
        value.fault("bad_value", "Give two days: [the earlier one, the later one].");
    }
    return result;
}

// A part of the year or a stretch of days, both ends in it. Of a yearly one: its end comes before it begins again.
Condition PackNames::season_condition(const Reader& value) const {
    Condition result;
    if (!value.object({"day", "from", "to"})) return result;
    const DateExpr day = moment(value.need("day"));
    DateExpr from = calendar_day(value.need("from")), to = calendar_day(value.need("to"));
    const auto is_text = [&](const char* key) { return value.get(key) && value.get(key).node().is(Node::Kind::string); };
    if (!is_text("from") || !is_text("to")) return result;  // a fault that has been named
    if (from.parts.size() != to.parts.size()) value.fault("bad_value", "Write both as YYYY-MM-DD, or both as MM-DD for every year.");
    const auto before = [](DateExpr one, DateExpr other) {
        Condition condition;
        condition.kind = Condition::Kind::before;
        condition.moment = std::move(one);
        condition.than = std::move(other);
        return condition;
    };
    if (to.parts.empty()) {
        if (to.least < from.least) value.fault("bad_value", "\"to\" lies before \"from\".");
        from.least -= 1;
        to.least += 1;
        result.parts = {before(from, day), before(day, to)};
        return result;
    }
    DateExpr next;
    next.kind = DateExpr::Kind::after;
    next.parts = {day};
    next.least = next.most = 1;
    to.parts = {day};
    from.parts = {next};
    return before(to, from);
}

// Whether the case says these facts, whatever it says of them. One that is open, or taken for granted, is not given.
Condition PackNames::given_condition(const Reader& names) const {
    Condition result;
    for (const Reader& one : one_or_many(names)) {
        Condition part;
        part.kind = Condition::Kind::happened;
        part.fact = fact(one, one.text());
        if (part.fact != no_fact) result.parts.push_back(std::move(part));
    }
    return unless_alone(std::move(result));
}

// All of the terms that are named.
Condition PackNames::terms_condition(const Reader& names) const {
    std::vector<NamedTerm> known;
    if (!afford(names, terms.size())) return {};
    for (const auto& term : terms) known.push_back({term.first});
    Condition result;
    for (const Reader& one : one_or_many(names)) {
        const Index index = find(known, one.text(), one);
        if (index == none) continue;
        const Extent extent = extent_of(terms[index].second);
        copied_ += extent.parts;
        if (extent.depth > deepest) one.fault("too_deep", "This term is nested more than 64 levels deep.");
        else if (copied_ > most_copied) one.fault("too_many", "The terms that are named come to more than 50,000 conditions. Write fewer or smaller ones.");
        else result.parts.push_back(terms[index].second);
        if (copied_ > most_copied) break;
    }
    return unless_alone(std::move(result));
}

Condition PackNames::readings_condition(const Reader& object) const {
    Condition result;
    if (!object.node().is(Node::Kind::object)) {
        if (!object.node().is(Node::Kind::invalid)) object.fault("wrong_type", "Write { \"conflict\": \"reading\" }.");
        return result;
    }
    for (const std::string& conflict : object.node().keys) {
        const auto found = reading(object.get(conflict), conflict);
        if (!found) continue;
        Condition part;
        part.kind = Condition::Kind::reading;
        part.conflict = found->first;
        part.readings = found->second;
        result.parts.push_back(std::move(part));
    }
    return unless_alone(std::move(result));
}

Condition PackNames::fact_condition(const Reader& value, std::string_view id) const {
    Condition result;
    result.fact = fact(value, id);
    if (result.fact == no_fact) return result;
    switch (pack.facts[result.fact].kind) {
        case FactKind::number: return number_condition(value, result.fact);
        case FactKind::date: {
            result.kind = Condition::Kind::happened;
            const auto expected = value.boolean();
            result.expected = expected.value_or(true);
            return result;
        }
        case FactKind::word: value.fault("bad_value", "No rule may depend on this fact."); return result;
        case FactKind::yes_no:
        case FactKind::choice: break;
    }
    result.kind = Condition::Kind::value_in;
    for (const Reader& one : one_or_many(value)) allow_values(one, result);
    if (result.values.empty()) value.fault("bad_value", "Name at least one value.");
    return result;
}

void PackNames::allow_values(const Reader& value, Condition& condition) const {
    const FactSpec& spec = pack.facts[condition.fact];
    if (value.node().is(Node::Kind::string) && value.node().string == "unstated") {
        const FactUse::Absent absent = pack.uses[condition.fact].absent;
        if (absent != FactUse::Absent::unstated && absent != FactUse::Absent::not_happened) {
            value.fault("bad_value", "Declare the fact with \"absent\": \"unstated\" or \"not_happened\" before asking for it.");
        }
        condition.values.push_back(-1);
    } else if (spec.kind == FactKind::yes_no) {
        if (const auto flag = value.boolean()) condition.values.push_back(*flag ? 1 : 0);
    } else {
        const std::string word = value.text();
        const int index = spec.index_of(word);
        if (index >= 0) {
            condition.values.push_back(index);
        } else if (value.node().is(Node::Kind::string)) {
            const std::string guess = closest(word, {spec.values.begin(), spec.values.end()});
            value.fault("bad_value", "\"" + spec.id + "\" has no value \"" + word + "\"." + (guess.empty() ? "" : " Did you mean \"" + guess + "\"?"));
        }
    }
}

Condition PackNames::number_condition(const Reader& value, FactId id) const {
    Condition result;
    result.fact = id;
    result.kind = Condition::Kind::number;
    result.least = -largest;
    result.most = largest;
    if (value.node().is(Node::Kind::integer)) {
        result.least = result.most = value.node().integer;
    } else if (value.object({"at_least", "at_most", "more_than"})) {
        if (const Reader other = value.get("more_than")) {
            result.kind = Condition::Kind::more_than;
            result.other = fact(other, other.text());
            if (result.other != no_fact && pack.facts[result.other].kind != FactKind::number) {
                other.fault("bad_value", "Name a fact that is a number.");
            }
        }
        if (const auto least = value.get("at_least").integer(-largest, largest)) result.least = *least;
        if (const auto most = value.get("at_most").integer(-largest, largest)) result.most = *most;
    }
    for (const FactId number : {result.fact, result.other}) {
        if (number == no_fact || pack.uses[number].range || pack.uses[number].absent == FactUse::Absent::unstated) continue;
        value.fault("bad_value", "Declare \"" + pack.facts[number].id + "\" under facts with a \"range\" or with \"absent\": \"unstated\".");
    }
    return result;
}

DateExpr PackNames::moment(const Reader& value) const {
    DateExpr result;
    if (!value) return result;
    if (value.node().is(Node::Kind::string)) {
        const std::string& name = value.node().string;
        if (name == "as_of") return result;
        if (name == "opening" || name == "window_end") {
            result.kind = name == "opening" ? DateExpr::Kind::opening : DateExpr::Kind::window_end;
            return result;
        }
        const FactId date = find_fact(pack.facts, name);
        if (date != no_fact && pack.facts[date].kind == FactKind::date) {
            result.kind = DateExpr::Kind::fact;
            result.index = date;
            return result;
        }
        result.kind = DateExpr::Kind::step;
        result.index = find(pack.steps, name, value);
        return result;
    }
    if (value.node().is(Node::Kind::object) && value.node().find("on")) return read_on(value);
    if (!value.object({"after", "length", "least", "most", "unit", "roll", "calendar", "earlier_of", "later_of", "first_of", "on"})) return result;
    for (const auto& [key, kind] : {std::pair{"earlier_of", DateExpr::Kind::earlier_of}, std::pair{"later_of", DateExpr::Kind::later_of},
                                    std::pair{"first_of", DateExpr::Kind::first_of}}) {
        const Reader list = value.get(key);
        if (!list) continue;
        result.kind = kind;
        if (!list.array()) return result;
        for (std::size_t i = 0; i < list.size(); ++i) result.parts.push_back(moment(list.at(i)));
        if (list.size() == 0) list.fault("bad_value", "Name at least one day.");
        return result;
    }
    result.kind = DateExpr::Kind::after;
    result.parts.push_back(moment(value.need("after")));
    read_length(value, result);
    return result;
}

// A day of the calendar, or one of every year, which has a part: where it is counted from.
DateExpr PackNames::calendar_day(const Reader& value) const {
    DateExpr result;
    result.kind = DateExpr::Kind::on;
    if (!value || !value.node().is(Node::Kind::string)) {
        (void)value.date();
        return result;
    }
    const std::string& text = value.node().string;
    const bool yearly = text.size() == 5;
    const auto day = yearly ? parse_date("1970-" + text) : value.date();
    if (yearly && !day) value.fault("bad_date", "Write month and day as MM-DD, of a day that every year has.");
    if (yearly) result.parts.emplace_back();
    if (day) result.least = result.most = day->time_since_epoch().count();
    return result;
}

DateExpr PackNames::read_on(const Reader& value) const {
    (void)value.object({"on", "after"});
    DateExpr result = calendar_day(value.get("on"));
    const Reader after = value.get("after");
    if (!result.parts.empty()) result.parts[0] = moment(value.need("after"));
    else if (after) after.fault("bad_value", "A day with its year is that day. Write MM-DD for the first one after another day.");
    return result;
}

void PackNames::read_length(const Reader& object, DateExpr& moment) const {
    const Reader length = object.get("length");
    if (length && length.node().is(Node::Kind::object)) {
        length.object({"fact", "at_least"});
        const Reader name = length.need("fact");
        moment.length_fact = name ? fact(name, name.text()) : no_fact;
        if (moment.length_fact != no_fact && pack.facts[moment.length_fact].kind != FactKind::number) {
            name.fault("bad_value", "Name a fact that is a number.");
        }
        moment.least = length.get("at_least").integer(0, longest).value_or(0);
    } else if (length) {
        moment.least = moment.most = length.integer(0, longest).value_or(0);
    } else {
        moment.least = object.need("least").integer(0, longest).value_or(0);
        moment.most = object.need("most").integer(0, longest).value_or(moment.least);
        if (moment.most < moment.least) object.fault("bad_value", "\"most\" is less than \"least\".");
    }
    if (const auto unit = object.need("unit").word({"calendar_days", "business_days", "calendar_months", "calendar_years"})) {
        moment.unit = static_cast<Unit>(*unit);
    }
    if (const auto roll = object.get("roll").word({"none", "following", "preceding"})) moment.roll = static_cast<Roll>(*roll);
    (void)object.get("calendar").word({"mon_fri"});
}

}  // namespace returnable
