// A whole pack: reads it in the order in which its parts name one another.
#include <algorithm>
#include <bit>
#include <set>

#include "reading/read_facts.h"
#include "reading/read_notes.h"
#include "reading/read_sources.h"

namespace returnable {
namespace {

constexpr std::size_t most_things = 20'000, most_remedies = 32, most_steps = 64, most_places = 200'000, longest_shown = 1000;  // the last two are bits of a set

class PackReader {
public:
    PackReader(Pack& pack, const Reader& root, Work& work) : pack_(pack), names_(pack, work), fact_reader_(pack), root_(root) {}

    void read() {
        if (!root_.object({"$schema", "about",  "id",       "name",       "checked_on", "review_after_months", "effective", "governs", "sources", "clauses",
                           "facts",   "advice", "evidence", "deductions", "words",      "conflicts",           "remedies",  "steps",   "rules",   "shared",
                           "voids",   "terms",  "uncited"}))
            return;
        head();
        read_notes(root_, !pack_.governs.empty(), notes_);
        read_sources(root_, pack_, notes_);
        read_clauses(root_, names_);
        fact_reader_.read(root_.get("facts"));
        declare(root_.get("remedies"), pack_.remedies, most_remedies);
        declare(root_.get("steps"), pack_.steps, most_steps);
        declare_slots();
        list_codes(root_.get("advice"), pack_.advice_codes);
        list_codes(root_.get("evidence"), pack_.evidence_codes);
        list_deductions();
        conflicts();
        terms();
        fact_reader_.read_conditions(names_);
        each(
            root_.need("remedies"), [this](const Reader& r, std::size_t i) { remedy(r, pack_.remedies[i]); }, most_remedies);
        each(
            root_.get("steps"), [this](const Reader& r, std::size_t i) { step(r, pack_.steps[i]); }, most_steps);
        declare(root_.get("rules"), pack_.rules, most_things);
        each(root_.need("rules"), [this](const Reader& r, std::size_t i) { rule(r, pack_.rules[i]); });
        each(root_.get("shared"), [this](const Reader& r, std::size_t) { shared(r); });
        each(root_.get("voids"), [this](const Reader& r, std::size_t) { voids(r); });
        for (auto& [conflict, reader] : conflict_readers_) conflict_when(reader, pack_.conflicts[conflict]);
        check_places();
        words();
        pack_.notes = std::make_shared<const PackNotes>(std::move(notes_));
    }

private:
    // No further than there is a place for: what is over the limit has been named as a fault.
    template <class F>
    void each(const Reader& list, F f, std::size_t most = most_things) {
        if (!list || !list.array()) return;
        for (std::size_t i = 0; i < list.size() && i < most; ++i) {
            if (const Reader one = list.at(i); is_object(one)) f(one, i);
        }
    }

    // A place for each thing of a list, with its id, so that parts may name one another before they are read.
    template <class T>
    void declare(const Reader& list, std::vector<T>& things, std::size_t most) {
        if (!list || !list.array()) return;
        if (list.size() > most) list.fault("too_many", "At most " + std::to_string(most) + " are allowed here.");
        std::set<std::string> taken;
        for (std::size_t i = 0; i < list.size() && i < most; ++i) {
            const Reader one = list.at(i);
            T& thing = things.emplace_back();
            if (!one.node().is(Node::Kind::object)) continue;  // a fault, where it is read
            thing.id = name(one.need("id"));
            check_id(thing.id, taken, one);
        }
    }

    // Nothing else of its kind may have its id.
    static void check_id(const std::string& id, std::set<std::string>& taken, const Reader& one) {
        if (!taken.insert(id).second && !id.empty()) one.get("id").fault("duplicate_id", "This id is taken already.");
    }

    // An id: what may stand in a list of names, an address or a file name.
    static std::string name(const Reader& reader) {
        std::string text = reader.text();
        if (!reader || !reader.node().is(Node::Kind::string)) return text;
        bool plain = !text.empty() && text.size() <= 64;
        for (const char c : text) {
            plain = plain && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-');
        }
        if (!plain) reader.fault("bad_value", "An id is 1 to 64 letters, digits, \"_\" or \"-\".");
        return text;
    }

    void head() {
        for (const char* key : {"$schema", "about"}) (void)root_.get(key).text();
        pack_.id = name(root_.need("id"));
        pack_.name = root_.need("name").text();
        if (const auto day = root_.need("checked_on").date()) pack_.checked_on = format_date(*day);
        if (const Reader effective = root_.get("effective"); effective && effective.object({"from", "to"})) {
            pack_.from = effective.get("from").date();
            pack_.to = effective.get("to").date();
            if (pack_.from && pack_.to && *pack_.to < *pack_.from) effective.fault("bad_value", "The period ends before it begins.");
        }
        governs();
    }

    void governs() {
        const Reader all = root_.get("governs");
        if (!all) return;
        const FactSpec& country = dictionary().facts[find_fact(dictionary().facts, "country")];
        for (const Reader& one : one_or_many(all)) {
            const std::string word = one.text();
            const bool known = word == "everywhere" ? !all.node().is(Node::Kind::array) : country.index_of(word) >= 0;
            if (!known && one.node().is(Node::Kind::string)) one.fault("bad_value", "Name countries by two letters in a list, or write \"everywhere\".");
            pack_.governs.push_back(word);
        }
        if (pack_.governs.empty()) all.fault("missing", "Name at least one country.");
    }

    // Conditions that have a name, so that rules can share them. One may use those before it.
    void terms() {
        const Reader all = root_.get("terms");
        if (!all || !is_object(all)) return;
        for (std::size_t i = 0; i < all.size(); ++i) {
            Condition meaning = names_.when(all.member(i));
            names_.terms.emplace_back(all.node().keys[i], std::move(meaning));
        }
    }

    void declare_slots() {
        pack_.slots = {"grounds", "condition", "window", "opens", "return_shipping", "evidence", "advice", "support", "location", "warning", "deductions"};
        for (StepSpec& step : pack_.steps) {
            step.slot = static_cast<Index>(pack_.slots.size());
            pack_.slots.push_back(step.id);
        }
    }

    void list_codes(const Reader& list, std::vector<std::string>& codes) {
        for (const Reader& code : one_or_many(list)) codes.push_back(name(code));
    }

    // They stand behind the codes of advice, so that a rule may name them by a number.
    void list_deductions() {
        advice_ = pack_.advice_codes;
        for (const Deduction& one : notes_.deductions) {
            if (std::find(advice_.begin(), advice_.end(), one.id) != advice_.end()) {
                root_.get("deductions").get(one.id).fault("duplicate_id", "A code of advice has this name already.");
            }
            deductions_.push_back(one.id);
            pack_.advice_codes.push_back(one.id);
        }
    }

    void words() {
        std::vector<std::string_view> known;
        for (const StepSpec& step : pack_.steps) known.push_back(step.id);
        for (const RemedySpec& remedy : pack_.remedies) known.push_back(remedy.id);
        for (const auto* codes : {&pack_.evidence_codes, &advice_}) known.insert(known.end(), codes->begin(), codes->end());
        read_words(root_.get("words"), known, notes_);
    }

    void conflicts() {
        const Reader all = root_.get("conflicts");
        if (!all || !is_object(all)) return;
        for (const std::size_t i : keys_in_order(all.node().keys)) {
            const Reader one = all.member(i);
            const std::string& id = all.node().keys[i];
            ConflictSpec& conflict = pack_.conflicts.emplace_back();
            conflict.id = id;
            if (!one.object({"slot", "for", "when", "says", "readings", "clauses"})) continue;
            conflict_readers_.push_back({pack_.conflicts.size() - 1, one});
            const auto slots = names_.slots(one.need("slot"));
            if (!slots.empty()) conflict.slot = slots[0];
            conflict.says = one.get("says").text();
            conflict.clauses = names_.clauses(one.get("clauses"));
            std::set<std::string> taken;
            each(
                one.get("readings"), [&](const Reader& r, std::size_t) { reading(r, conflict, taken); }, 32);
            if (one.get("readings").size() > 32) one.fault("too_many", "A conflict has at most 32 readings.");
        }
    }

    void reading(const Reader& one, ConflictSpec& conflict, std::set<std::string>& taken) {
        ReadingSpec& reading = conflict.readings.emplace_back();
        one.object({"id", "value", "counts", "why", "clauses"});
        reading.id = name(one.need("id"));
        check_id(reading.id, taken, one);
        reading.value = shown_text(one.need("value"));
        reading.counts = one.get("counts").boolean().value_or(true);
        reading.why = shown_text(one.get("why"));
        if (!reading.counts && reading.why.empty()) one.fault("missing", "Say in \"why\" for what reason this reading is set aside.");
        reading.clauses = names_.clauses(one.need("clauses"));
        if (reading.counts) conflict.counting.push_back(static_cast<std::uint8_t>(conflict.readings.size() - 1));
    }

    // A verdict may show it for each item and remedy.
    static std::string shown_text(const Reader& reader) {
        std::string text = reader.text();
        if (text.size() > longest_shown) reader.fault("too_large", "Write at most 1,000 bytes here.");
        return text;
    }

    void conflict_when(const Reader& one, ConflictSpec& conflict) {
        conflict.remedies = names_.remedies(one.get("for"));
        conflict.when = names_.when(one.get("when"));
    }

    void remedy(const Reader& one, RemedySpec& remedy) {
        one.object({"id", "kind", "owed_by", "when", "leads", "settled_when", "acts", "refund_step", "wants", "gives", "clauses"});
        if (const auto kind = one.need("kind").word({"promise", "last_resort", "statutory"})) {
            remedy.promise = *kind == 0;
            remedy.statutory = *kind == 2;
            if (remedy.promise && !pack_.governs.empty()) one.get("kind").fault("bad_value", "A pack that governs promises nothing of its own.");
            if (remedy.statutory && pack_.governs.empty()) one.get("kind").fault("bad_value", "Only a pack with \"governs\" says what a law gives.");
        }
        if (const Reader owed_by = one.get("owed_by"); owed_by && owed_by.word({"seller", "platform", "bank", "payment_service"}))
            remedy.owed_by = owed_by.text();
        remedy.when = names_.when(one.get("when"));
        remedy.leads = names_.when(one.get("leads"));
        remedy.has_leads = static_cast<bool>(one.get("leads"));
        remedy.settled = names_.when(one.get("settled_when"));
        remedy.has_settled = static_cast<bool>(one.get("settled_when"));
        remedy.acts = names_.dates(one.get("acts"));
        if (const Reader step = one.get("refund_step")) remedy.refund_step = names_.find(pack_.steps, step.text(), step);
        const Reader wants = one.get("wants");
        remedy.wants = wants.text();
        const bool word = wants && wants.node().is(Node::Kind::string);
        if (word && pack_.facts[find_fact(pack_.facts, "wants")].index_of(remedy.wants) < 0) wants.fault("bad_value", "\"wants\" has no such value.");
        if (one.get("gives").word({"money", "store_credit"}).value_or(0) == 1) credit(one, remedy);
        remedy.clauses = names_.clauses(one.need("clauses"));
    }

    // Nothing of it may speak of money.
    void credit(const Reader& one, const RemedySpec& remedy) {
        notes_.credit.push_back(remedy.id);
        if (const Reader step = one.get("refund_step"))
            step.fault("bad_value", "It gives store credit, and this is the step that brings money. Leave it out: the step itself says when the credit comes.");
        if (remedy.wants == "refund") one.get("wants").fault("bad_value", "Who wants a refund wants money, and this gives store credit. Leave it out.");
    }

    void step(const Reader& one, StepSpec& step) {
        one.object({"id", "actor", "for", "when", "when_for", "after", "done", "done_when", "shown", "decides", "optional", "advised_by", "clauses"});
        step.actor = one.need("actor").text();
        (void)one.get("actor").word({"buyer", "seller", "platform", "carrier", "bank"});
        step.remedies = names_.remedies(one.get("for"));
        step.when = names_.when(one.get("when"));
        if (const Reader narrower = one.get("when_for"); narrower && is_object(narrower)) {
            for (const std::string& id : narrower.node().keys) {
                const Reader condition = narrower.get(id);
                const Index remedy = names_.find(pack_.remedies, id, condition);
                if (remedy != none) step.also_when.emplace_back(RemedySet{1} << remedy, names_.when(condition));
            }
        }
        if (const Reader after = one.get("after")) {
            step.after = names_.moment(after);
            step.has_after = true;
        }
        step.done = names_.dates(one.get("done"));
        if (const Reader done_when = one.get("done_when")) step.done_when = names_.when(done_when);
        step.shown = one.get("shown").boolean().value_or(true);
        step.optional = one.get("optional").boolean().value_or(false);
        if (const Reader advised = one.get("advised_by"); advised && advised.object({"when", "by"})) {
            step.advised_by = names_.moment(advised.need("by"));
            step.advised_when = names_.when(advised.get("when"));
        }
        step.decides = one.get("decides").boolean().value_or(false);
        step.clauses = names_.clauses(one.need("clauses"));
    }

    void rule(const Reader& one, RuleSpec& rule) {
        one.object({"id", "for", "slot", "when", "reading", "overrides", "says", "by", "payers", "codes", "basis", "still_useful", "clauses"});
        rule.slots = names_.slots(one.need("slot"));
        rule.remedies = names_.remedies(one.get("for"));
        rule.when = names_.when(one.get("when"));
        if (const Reader readings = one.get("reading"); readings && is_object(readings)) {
            for (const std::string& conflict : readings.node().keys) {
                if (const auto found = names_.reading(readings.get(conflict), conflict)) rule.readings.push_back(*found);
            }
        }
        for (const Reader& other : one_or_many(one.get("overrides"))) {
            const Index index = names_.find(pack_.rules, other.text(), other);
            if (index == none) continue;
            if (&pack_.rules[index] == &rule) other.fault("bad_value", "A rule cannot override itself: then it would never hold.");
            rule.overrides.push_back(index);
        }
        effect(one, rule);
        if (one.get("basis").word({"stated", "estimate"}).value_or(0) == 1) rule.estimate = true;
        rule.still_useful = one.get("still_useful").boolean().value_or(false);
        if (rule.still_useful && !one.get("codes")) one.fault("bad_value", "\"still_useful\" belongs to a rule that gives codes.");
        rule.clauses = names_.clauses(one.need("clauses"));
    }

    void effect(const Reader& one, RuleSpec& rule) {
        int effects = 0;
        if (const auto says = one.get("says").word({"yes", "no", "may", "depends"})) rule.says = static_cast<Says>(*says + 1);
        if (const Reader by = one.get("by")) rule.by = names_.moment(by);
        if (const Reader payers = one.get("payers"); payers && payers.array()) {
            rule.payers = 0;
            for (const Reader& payer : one_or_many(payers)) {
                if (const auto index = payer.word({"buyer", "seller", "platform"})) {
                    rule.payers = static_cast<std::uint8_t>(*rule.payers | (1u << *index));
                }
            }
        }
        for (const char* key : {"says", "by", "payers", "codes"}) effects += static_cast<bool>(one.get(key));
        if (effects != 1 && !(effects == 0 && one.has_unknown_key())) one.fault("missing", "A rule has exactly one effect: says, by, payers or codes.");
        for (const Index slot : rule.slots) check_effect(one, slot);
        if (!rule.slots.empty() && one.get("codes")) {
            const bool is_evidence = rule.slots[0] == FixedSlot::evidence;
            const bool deducts = rule.slots[0] == FixedSlot::deductions;
            rule.codes = names_.codes(one.get("codes"), is_evidence ? pack_.evidence_codes : deducts ? deductions_ : advice_);
            for (Index& code : rule.codes) code = static_cast<Index>(code + (deducts ? advice_.size() : 0));
        }
        const bool deducts = std::find(rule.slots.begin(), rule.slots.end(), FixedSlot::deductions) != rule.slots.end();
        if (deducts && rule.slots.size() > 1) one.get("slot").fault("bad_value", "A rule for \"deductions\" serves no other slot.");
    }

    void check_effect(const Reader& one, Index slot) {
        const char* wanted = slot <= condition                                   ? "says"
                             : slot == return_shipping                           ? "payers"
                             : slot >= FixedSlot::evidence && slot < fixed_slots ? "codes"
                                                                                 : "by";
        if (!one.get(wanted) && !one.has_unknown_key()) one.fault("bad_value", "A rule for the slot \"" + pack_.slots[slot] + "\" needs \"" + wanted + "\".");
    }

    // Each rule stands in each of its slots, for each of its remedies.
    void check_places() {
        std::size_t places = 0;
        const RemedySet all = static_cast<RemedySet>((std::uint64_t{1} << pack_.remedies.size()) - 1);
        for (const RuleSpec& rule : pack_.rules) places += rule.slots.size() * static_cast<std::size_t>(std::popcount(rule.remedies & all));
        if (places > most_places) root_.get("rules").fault("too_many", "The rules, times their slots and remedies, come to more than 200,000.");
    }

    void shared(const Reader& one) {
        one.object({"fact", "when", "earlier"});
        SharedSpec& spec = pack_.shared.emplace_back();
        const Reader name = one.need("fact");
        spec.fact = name ? names_.fact(name, name.text()) : no_fact;
        if (spec.fact != no_fact && pack_.facts[spec.fact].kind != FactKind::yes_no) {
            name.fault("bad_value", "Name a yes/no fact of the pack's own.");
        }
        spec.when = names_.when(one.need("when"));
        if (const Reader earlier = one.get("earlier")) {
            const auto dates = names_.dates(earlier);
            if (!dates.empty()) spec.earlier = dates[0];
        }
    }

    void voids(const Reader& one) {
        one.object({"facts", "when"});
        VoidSpec& spec = pack_.voids.emplace_back();
        for (const Reader& name : one_or_many(one.need("facts"))) {
            const FactId fact = names_.fact(name, name.text());
            if (fact != no_fact) spec.facts.push_back(fact);
        }
        spec.when = names_.when(one.need("when"));
    }

    Pack& pack_;
    PackNames names_;
    FactReader fact_reader_;
    PackNotes notes_;
    std::vector<std::string> advice_, deductions_;  // codes, each list by itself
    Reader root_;
    std::vector<std::pair<std::size_t, Reader>> conflict_readers_;
};

}  // namespace

Pack read_pack(std::string_view json, std::vector<Error>& errors, Work& work) {
    Pack pack;
    const std::size_t before = errors.size();
    const Node root = parse_json(json, pack_limits, errors);
    // Of a key that is given twice nobody knows which is meant.
    const bool twice =
        std::any_of(errors.begin() + static_cast<std::ptrdiff_t>(before), errors.end(), [](const Error& e) { return e.code == "duplicate_key"; });
    if (!twice && !root.is(Node::Kind::invalid)) PackReader(pack, Reader(root, errors), work).read();
    return pack;
}

}  // namespace returnable
