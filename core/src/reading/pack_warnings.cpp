#include "reading/pack_warnings.h"

#include <algorithm>

#include "pack/pack_notes.h"
#include "reading/embedded.h"
#include "reading/pack_symbols.h"

namespace returnable {
namespace {

// Our own text, which tests read as well: its shape is taken for granted.
bool is_worded(const char* kind, const std::string& name) {
    static const Node worded = [] {
        std::vector<Error> errors;
        return parse_json(embedded::worded, pack_limits, errors);
    }();
    const auto& names = worded.find(kind)->items;
    return std::any_of(names.begin(), names.end(), [&](const Node& one) { return one.string == name; });
}

// Whether a condition may hold and may fail, where only the reason is known.
struct Can {
    bool hold = true, fail = true;
};

Can with_reason(const Condition& condition, FactId reason, std::size_t of) {
    const bool all = condition.kind == Condition::Kind::all;
    if (all || condition.kind == Condition::Kind::any) {
        Can result{all, !all};
        for (const Condition& part : condition.parts) {
            const Can can = with_reason(part, reason, of);
            result.hold = all ? result.hold && can.hold : result.hold || can.hold;
            result.fail = all ? result.fail || can.fail : result.fail && can.fail;
        }
        return result;
    }
    if (condition.kind == Condition::Kind::negation) {
        const Can can = with_reason(condition.parts[0], reason, of);
        return {can.fail, can.hold};
    }
    if (condition.kind != Condition::Kind::value_in || condition.fact != reason) return {};
    const bool in = (condition.classes >> of & 1) != 0;
    return {in, !in};
}

class Warnings {
public:
    Warnings(const Pack& pack, std::optional<Date> as_of) : pack_(pack), notes_(*pack.notes), as_of_(as_of) {}

    std::vector<Error> find() {
        for (std::size_t i = 0; i < pack_.remedies.size(); ++i) remedy(i);
        for (std::size_t i = 0; i < pack_.steps.size(); ++i) step(i);
        for (const char* slot : {"evidence", "advice", "support", "location", "warning"}) codes(slot);
        windows();
        clauses();
        sources();
        return std::move(found_);
    }

private:
    void warn(const char* code, std::string path, std::string message) {
        if (found_.size() < most_faults) found_.push_back({code, std::move(path), std::move(message)});
    }

    bool has_words(const char* kind, const std::string& name) const {
        const bool law = !pack_.governs.empty() && (kind == std::string_view("steps") || kind == std::string_view("advice"));
        return is_worded(kind, name) || (law && is_worded((std::string("law_") + kind).c_str(), name)) ||
               std::any_of(notes_.words.begin(), notes_.words.end(), [&](const auto& word) { return word.first == name; });
    }
    void need_words(const char* what, const char* kind, const std::string& name, std::string path) {
        if (has_words(kind, name)) return;
        warn("no_words", std::move(path),
             std::string("No page has words for the ") + what + " \"" + name + "\", and so none shows it. Give it a sentence in \"words\": {\"" + name +
                 "\": \"…\"}.");
    }

    void remedy(std::size_t index) {
        const RemedySpec& spec = pack_.remedies[index];
        const std::string path = pointer("/remedies", index);
        need_words("remedy", "remedies", spec.id, path + "/id");
        if (spec.promise || spec.statutory) unread_reasons(index, path);
        if (!spec.promise || spec.wants != "refund") return;  // a law may have no number, and then gives no day
        if (spec.refund_step == none) {
            warn("no_refund_day", path,
                 "Who wants a refund gets this, but no day for the money is ever shown. Name the step that brings it in \"refund_step\".");
        } else if (!(pack_.steps[spec.refund_step].remedies >> index & 1)) {
            warn("no_refund_day", path + "/refund_step",
                 "No day for the money is ever shown: the step \"" + pack_.steps[spec.refund_step].id +
                     "\" does not belong to this remedy. Name the remedy in the step's \"for\".");
        }
    }

    // Reasons for which the remedy is there, and of which no rule says yes or no. Where no rule speaks of any, the sources are silent,
    // and that is shown.
    void unread_reasons(std::size_t index, const std::string& path) {
        const auto rules = pack_.rules_of(index, grounds);
        if (rules.empty()) return;
        const FactId reason = find_fact(pack_.facts, "reason");
        std::string unread;
        for (std::size_t value = 0; value < pack_.facts[reason].values.size(); ++value) {
            const std::size_t of = pack_.uses[reason].class_of[value];
            if (!with_reason(pack_.remedies[index].when, reason, of).hold) continue;
            if (std::any_of(rules.begin(), rules.end(), [&](Index rule) { return with_reason(pack_.rules[rule].when, reason, of).hold; })) continue;
            unread += (unread.empty() ? "\"" : ", \"") + pack_.facts[reason].values[value] + '"';
        }
        if (unread.empty()) return;
        warn("unread_reason", path,
             "This is there for the reason " + unread +
                 ", of which no rule of the slot \"grounds\" speaks: the answer never becomes a yes or a no. Write a rule for it, "
                 "or leave it out of the remedy's \"when\".");
    }

    void step(std::size_t index) {
        const StepSpec& spec = pack_.steps[index];
        if (spec.shown) need_words("step", "steps", spec.id, pointer("/steps", index) + "/id");
    }

    void codes(const std::string& slot) {
        const bool is_evidence = slot == "evidence";
        const auto& names = is_evidence ? pack_.evidence_codes : pack_.advice_codes;
        const std::string kind = slot == "support" || slot == "location" ? "help" : slot;
        for (std::size_t code = 0; code < names.size(); ++code) {
            const bool used = std::any_of(pack_.rules.begin(), pack_.rules.end(), [&](const RuleSpec& rule) {
                return std::any_of(rule.slots.begin(), rule.slots.end(), [&](Index of) { return pack_.slots[of] == slot; }) &&
                       std::find(rule.codes.begin(), rule.codes.end(), code) != rule.codes.end();
            });
            if (used) need_words(("code of " + slot).c_str(), kind.c_str(), names[code], pointer(is_evidence ? "/evidence" : "/advice", code));
        }
    }

    // Whether a day is there at all without being told of a date that nobody is asked for.
    bool starts(const DateExpr& day) const {
        using Kind = DateExpr::Kind;
        if (day.kind == Kind::fact) return pack_.facts[day.index].prompt.empty();  // not one of the pack's own
        if (day.kind == Kind::on && day.parts.empty()) return true;
        if (day.kind == Kind::window_end) return true;  // the window has its own warning
        if (day.kind == Kind::step) {
            const StepSpec& step = pack_.steps[day.index];
            return !step.done.empty() || (step.has_after && starts(step.after));
        }
        return std::any_of(day.parts.begin(), day.parts.end(), [&](const DateExpr& part) { return starts(part); });
    }

    void windows() {
        for (const RuleSpec& rule : pack_.rules) {
            const bool is_window = std::find(rule.slots.begin(), rule.slots.end(), window) != rule.slots.end();
            if (!is_window || !rule.by || starts(*rule.by)) continue;
            warn("unopened_window", pointer("/rules", rule.in_file) + "/by",
                 "Nothing opens this window: its day follows from no date that a shopper is asked for, so it never closes. Count it from \"received_on\", "
                 "\"delivered_on\" or \"ordered_on\", or write a day with \"on\".");
        }
    }

    void clauses() {
        BitSet cited(pack_.clauses.size());
        for (const auto& one : pack_.remedies) cited |= one.cited;
        for (const auto& one : pack_.steps) cited |= one.cited;
        for (const auto& one : pack_.rules) cited |= one.cited;
        for (const auto& one : pack_.conflicts) cited |= one.cited;
        for (std::size_t i = 0; i < pack_.clauses.size(); ++i) {
            if (cited[i]) continue;
            warn("uncited_clause", pointer("/clauses", pack_.clauses[i].id),
                 "Nothing cites this, and so no answer shows it. Name it under \"clauses\" of the rule, step or remedy that rests on it, or take it out.");
        }
    }

    void sources() {
        const Date today = as_of_ ? *as_of_ : *parse_date(pack_.checked_on);
        for (std::size_t i = 0; i < pack_.sources.size(); ++i) {
            const Date read = notes_.checked[i] ? *notes_.checked[i] : *parse_date(pack_.checked_on);
            const auto until = add(read, notes_.review_after_months, Unit::calendar_months, mon_fri());
            if (!until || today < *until) continue;
            warn("old_source", pointer("/sources", pack_.sources[i].id),
                 "This was read on " + format_date(read) + ", and " + format_date(today) + " is " + std::to_string(notes_.review_after_months) +
                     " months later or more. Read it again and write the day in \"checked_on\", or raise \"review_after_months\".");
        }
    }

    const Pack& pack_;
    const PackNotes& notes_;
    std::optional<Date> as_of_;
    std::vector<Error> found_;
};

}  // namespace

std::vector<Error> pack_warnings(const Pack& pack, std::optional<Date> as_of) { return Warnings(pack, as_of).find(); }

}  // namespace returnable
