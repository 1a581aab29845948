#include "evaluation/world.h"

#include <algorithm>

namespace returnable {
namespace {

std::uint64_t bit(int index) { return std::uint64_t{1} << (index & 63); }

Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

int to_int(Date day) { return static_cast<int>(day.time_since_epoch().count()); }

constexpr std::int8_t unchosen = -1;  // any number below 0, here and in world.h

Date to_date(int day) { return Date{std::chrono::days{day}}; }

}  // namespace

World::World(const Pack& pack, const KnownFacts& facts, int as_of, Work& work)
    : pack_(pack),
      facts_(facts),
      as_of_(as_of),
      work_(work),
      table_(2 * pack.facts.size() + pack.conflicts.size() + pack.rules.size(), unchosen),
      sure_(table_.data()),
      chosen_(sure_ + pack.facts.size()),
      reading_(chosen_ + pack.facts.size()),
      rules_(reading_ + pack.conflicts.size()) {
    work_.spend(100 + table_.size());
    path_.reserve(8);
    readings_.reserve(8);
    for (const Contradiction& contradiction : pack.contradictions) narrow(contradiction);
    for (std::size_t fact = 0; fact < pack.facts.size(); ++fact) {
        over_ = over_ || (pack.facts[fact].settles && facts[fact].given());
        if (!pack.uses[fact].class_of.empty()) sure_[fact] = sure_class(static_cast<FactId>(fact));
    }
    open_what_has_happened();
}

void World::open_what_has_happened() {
    for (std::size_t i = 0; i < pack_.facts.size(); ++i) {
        const FactUse& use = pack_.uses[i];
        const auto fact = static_cast<FactId>(i);
        if (facts_[fact].given()) continue;
        if (use.has_open_when && known_truth(use.open_when) == Truth::yes) opened_.set(i);
        if (!use.open_values.empty() && is_open(fact)) keep_open_values(fact);
        if (opened_[i] || !use.open_values.empty()) sure_[fact] = sure_class(fact);
    }
}

void World::keep_open_values(FactId fact) {
    const FactUse& use = pack_.uses[fact];
    Narrowed left{fact, {}};
    for (std::size_t of = 0; of < use.example.size(); ++of) {
        if (std::find(use.open_values.begin(), use.open_values.end(), use.example[of]) != use.open_values.end())
            left.classes.push_back(static_cast<std::uint8_t>(of));
    }
    narrowed_.push_back(std::move(left));
}

void World::try_what_ifs(bool on) {
    with_what_ifs_ = on;
    ever_with_what_ifs_ = ever_with_what_ifs_ || on;
}

Holds World::settle_rule(Index rule) {
    const RuleSpec& spec = pack_.rules[rule];
    // Where what-ifs were tried they may be tried again, of another remedy that has this rule.
    const bool hangs = hangs_, least = std::exchange(least_numbers_, false), what_ifs = std::exchange(with_what_ifs_, ever_with_what_ifs_);
    blank_ = true;
    const Truth truth = known_truth(spec.when);
    blank_ = false;
    with_what_ifs_ = what_ifs;
    hangs_ = hangs;
    least_numbers_ = least;
    const Holds holds = truth == Truth::no        ? Holds::never
                        : truth == Truth::unknown ? Holds::sometimes
                        : spec.readings.empty()   ? Holds::always
                                                  : Holds::by_reading;
    rules_[rule] = static_cast<std::int8_t>(holds);
    return holds;
}

// A value that contradicts what is given is no completion: no class is tried that has nothing but such values.
void World::narrow(const Contradiction& contradiction) {
    if (!facts_[contradiction.with].given() || facts_[contradiction.fact].given()) return;
    const FactUse& use = pack_.uses[contradiction.fact];
    Narrowed left{contradiction.fact, {}};
    for (std::size_t of = 0; of < use.example.size(); ++of) {
        bool possible = false;
        for (std::size_t value = 0; value < use.class_of.size(); ++value) {
            possible = possible || (use.class_of[value] == of && static_cast<int>(value) != contradiction.value);
        }
        if (possible) left.classes.push_back(static_cast<std::uint8_t>(of));
    }
    narrowed_.push_back(std::move(left));
}

const World::Narrowed* World::narrowed(FactId fact) const {
    work_.spend(narrowed_.size());
    for (const Narrowed& one : narrowed_) {
        if (one.fact == fact) return &one;
    }
    return nullptr;
}

bool World::next_completion() {
    while (!path_.empty()) {
        Choice& last = path_.back();
        if (last.value + 1 < last.count) {
            ++last.value;
            chosen_[last.variable] = static_cast<std::int8_t>(last.value);
            deviated_ = false;
            for (const Choice& choice : path_) deviated_ = deviated_ || (choice.what_if && choice.value > 0);
            return true;
        }
        chosen_[last.variable] = unchosen;
        path_.pop_back();
    }
    return false;
}

bool World::next_reading() {
    while (!readings_.empty()) {
        Choice& last = readings_.back();
        if (last.value + 1 < last.count) {
            ++last.value;
            reading_[last.variable] = static_cast<std::int8_t>(pack_.conflicts[last.variable].counting[last.value]);
            return true;
        }
        reading_[last.variable] = unchosen;
        readings_.pop_back();
    }
    return false;
}

void World::open(Index variable, std::size_t count, bool what_if) {
    path_.push_back({variable, 0, static_cast<std::uint8_t>(count), what_if});
    chosen_[variable] = 0;
}

// Asked only where peek_class does not know.
int World::class_of(FactId fact) {
    const FactUse& use = pack_.uses[fact];
    const bool what_if = !is_open(fact);
    const Narrowed* left = what_if ? nullptr : narrowed(fact);
    const std::size_t unstated = what_if && use.absent == FactUse::Absent::unstated ? 1 : 0;
    open(fact, left ? left->classes.size() : use.example.size() + unstated, what_if);
    return peek_class(fact);
}

bool World::is_open(FactId fact) const {
    return facts_[fact].state == Known::State::cannot_say || pack_.uses[fact].absent == FactUse::Absent::open || opened_[fact];
}

// Of a fact that rules read by its value: the class that it has whatever is chosen.
std::int8_t World::sure_class(FactId fact) const {
    const Known& known = facts_[fact];
    const FactUse& use = pack_.uses[fact];
    if (known.given()) return static_cast<std::int8_t>(use.class_of[static_cast<std::size_t>(known.value)]);
    if (use.absent == FactUse::Absent::not_happened && !is_open(fact)) return static_cast<std::int8_t>(use.example.size());
    if (use.example.size() <= 1) return 0;  // never of one that can be unstated: yes and no are always distinguished
    const Narrowed* left = is_open(fact) ? narrowed(fact) : nullptr;
    return left && left->classes.size() <= 1 ? static_cast<std::int8_t>(left->classes[0]) : unchosen;
}

// Value 0 of a what-if is the assumption; the values behind it are the other classes in order.
int World::peek_class(FactId fact) const {
    const int chosen = blank_ ? unchosen : chosen_[fact];
    if (is_open(fact)) {
        const Narrowed* left = narrowed(fact);
        hangs_ = true;
        return chosen < 0 || !left ? chosen : left->classes[static_cast<std::size_t>(chosen)];
    }
    hangs_ = hangs_ || with_what_ifs_;
    const int value = chosen >= 0 ? chosen : ((deviated_ && !blank_) || !with_what_ifs_) ? 0 : -1;
    if (value < 0) return -1;
    const FactUse& use = pack_.uses[fact];
    if (use.absent == FactUse::Absent::unstated) return value == 0 ? static_cast<int>(use.example.size()) : value - 1;
    const int assumed = use.class_of[static_cast<std::size_t>(use.assumed)];
    return value == 0 ? assumed : value - 1 + (value - 1 >= assumed ? 1 : 0);
}

bool World::number(FactId fact, std::int64_t& value) {
    if (peek_number(fact, value)) return true;
    if (!pack_.uses[fact].range) return false;
    open(fact, 2, false);
    return peek_number(fact, value);
}

bool World::peek_number(FactId fact, std::int64_t& value) const {
    const auto& range = pack_.uses[fact].range;
    if (facts_[fact].given()) {
        value = facts_[fact].value;
        return true;
    }
    if (!range) return false;
    value = range->first;
    if (range->first == range->second) return true;
    hangs_ = true;
    if (least_numbers_) return true;
    if (blank_ || chosen_[fact] < 0) return false;
    if (chosen_[fact] == 1) value = range->second;
    return true;
}

// A number without a value and without a range is unstated: no comparison holds of it.
Truth World::compare(const Condition& condition) const {
    bool unstated = false;
    for (const FactId fact : {condition.fact, condition.other}) {
        unstated = unstated || (fact != no_fact && !facts_[fact].given() && !pack_.uses[fact].range);
    }
    if (unstated) return Truth::no;
    std::int64_t left = 0, right = 0;
    if (!peek_number(condition.fact, left)) return Truth::unknown;
    if (condition.kind == Condition::Kind::number) return truth_of(left >= condition.least && left <= condition.most);
    return peek_number(condition.other, right) ? truth_of(left > right) : Truth::unknown;
}

Truth World::look_at(const Condition& condition) const {
    work_.spend(1 + condition.parts.size());
    switch (condition.kind) {
        case Condition::Kind::all:
        case Condition::Kind::any: {
            const bool all = condition.kind == Condition::Kind::all;
            const Truth settles = all ? Truth::no : Truth::yes;
            Truth result = all ? Truth::yes : Truth::no;
            for (const Condition& part : condition.parts) {
                const Truth truth = known_truth(part);
                if (truth == settles) return settles;
                if (truth == Truth::unknown) result = Truth::unknown;
            }
            return result;
        }
        case Condition::Kind::negation: {
            const Truth truth = known_truth(condition.parts[0]);
            return truth == Truth::unknown ? truth : truth_of(truth == Truth::no);
        }
        case Condition::Kind::value_in: {
            const int value = peek_class(condition.fact);
            return value < 0 ? Truth::unknown : truth_of((condition.classes & bit(value)) != 0);
        }
        case Condition::Kind::happened: return truth_of(facts_[condition.fact].given() == condition.expected);
        case Condition::Kind::number:
        case Condition::Kind::more_than: return compare(condition);
        case Condition::Kind::reading: {
            hangs_ = true;
            const int taken = reading_[condition.conflict];
            if (blank_ || taken < 0) return Truth::unknown;
            return truth_of((condition.readings & bit(taken)) != 0);
        }
        case Condition::Kind::past:
        case Condition::Kind::reached:
        case Condition::Kind::before: break;
    }
    return Truth::unknown;
}

bool World::takes(Index conflict, std::uint32_t readings) {
    if (reading_[conflict] < 0) {
        const auto& counting = pack_.conflicts[conflict].counting;
        if (counting.empty()) return false;
        reading_[conflict] = static_cast<std::int8_t>(counting[0]);
        readings_.push_back({conflict, 0, static_cast<std::uint8_t>(counting.size()), false});
    }
    hangs_ = true;
    return (readings & bit(reading_[conflict])) != 0;
}

// Where what is known does not settle it choices are opened, in the order of the parts.
bool World::holds_by_choice(const Condition& condition) {
    work_.spend(1 + path_.size());  // it is walked for the next completion
    switch (condition.kind) {
        case Condition::Kind::all:
            for (const Condition& part : condition.parts) {
                if (!holds(part)) return false;
            }
            return true;
        case Condition::Kind::any:
            for (const Condition& part : condition.parts) {
                if (holds(part)) return true;
            }
            return false;
        case Condition::Kind::negation: return !holds(condition.parts[0]);
        case Condition::Kind::value_in: return (condition.classes & bit(class_of(condition.fact))) != 0;
        case Condition::Kind::reading: return takes(condition.conflict, condition.readings);
        case Condition::Kind::number:
        case Condition::Kind::more_than: {
            std::int64_t value = 0;
            (void)number(condition.fact, value);
            if (condition.other != no_fact) (void)number(condition.other, value);
            return compare(condition) == Truth::yes;
        }
        case Condition::Kind::happened:  // known, always
        case Condition::Kind::past:
        case Condition::Kind::reached:
        case Condition::Kind::before: break;
    }
    const DayRange span = moments_->moment(condition.moment);
    if (condition.kind == Condition::Kind::before) {
        const DayRange than = moments_->moment(condition.than);
        return span.has_hi && than.has_lo && span.hi < than.lo;
    }
    return condition.kind == Condition::Kind::past ? span.has_hi && as_of_ > span.hi : span.has_lo && as_of_ >= span.lo;
}

bool World::only_earlier_given(const FactSet& facts) const {
    bool earlier = false;
    for (const auto& chain : pack_.order_of_events) {
        const auto missing = std::find_if(chain.begin(), chain.end(), [&](FactId event) { return facts[event]; });
        if (missing == chain.end()) continue;
        const auto given = [&](FactId event) { return facts_[event].given(); };
        if (std::any_of(missing, chain.end(), given)) return false;
        earlier = earlier || std::any_of(chain.begin(), missing, given);
    }
    return earlier;
}

DayRange World::day_of(FactId fact) const {
    const bool given = facts_[fact].given();
    const int day = given ? static_cast<int>(facts_[fact].value) : 0;
    return {day, day, given, given, false, false, false, given || !pack_.facts[fact].clock ? FactSet() : FactSet::of(fact)};
}

DayRange World::add_length(const DayRange& from, const DateExpr& after) {
    work_.spend(8);
    DayRange span = from;
    std::int64_t least = after.least, most = after.most;
    if (after.length_fact != no_fact) {
        const auto& use = pack_.uses[after.length_fact];
        if (use.ours && use.range && !facts_[after.length_fact].given()) {
            most = std::max(least, use.range->second);
            least = std::max(least, use.range->first);
            span.guessed = true;
            span.missing.set(after.length_fact);
        } else if (std::int64_t value = 0; number(after.length_fact, value)) {
            least = most = std::max(least, value);
        } else {
            span.has_lo = span.has_hi = false;
            span.missing.set(after.length_fact);
            return span;
        }
    }
    const auto shift = [&](bool& has, int& day, std::int64_t length) {
        if (!has) return;
        Date end = to_date(day);
        has =
            after.kind == DateExpr::Kind::on ? move_to_yearly(end, to_date(static_cast<int>(length))) : add_to(end, length, after.unit, mon_fri(), after.roll);
        if (has) day = to_int(end);
        else span.outside = true;
    };
    const bool one_day = from.has_lo && from.has_hi && from.lo == from.hi && least == most;
    shift(span.has_lo, span.lo, least);
    if (one_day) {
        span.has_hi = span.has_lo;
        span.hi = span.lo;
    } else {
        shift(span.has_hi, span.hi, most);
    }
    return span;
}

}  // namespace returnable
