#include "reading/read_facts.h"

namespace returnable {

bool is_object(const Reader& reader) {
    if (reader.node().is(Node::Kind::object)) return true;
    if (!reader.node().is(Node::Kind::invalid)) reader.fault("wrong_type", "This must be an object: { … }.");
    return false;
}

void FactReader::read(const Reader& all) {
    static_cast<Dictionary&>(pack_) = pack_.governs.empty() ? dictionary() : law_dictionary();
    pack_.uses.resize(pack_.facts.size());
    if (!all || !is_object(all)) return;
    for (std::size_t i = 0; i < all.size(); ++i) fact(all.member(i), all.node().keys[i]);
}

void FactReader::read_conditions(const PackNames& names) {
    for (auto& [fact, reader] : open_when_) pack_.uses[fact].open_when = names.when(reader);
}

void FactReader::fact(const Reader& one, const std::string& id) {
    if (!one.object({"kind", "values", "least", "most", "assume", "absent", "open_when", "open_values", "range", "ours", "prompt", "hint"})) return;
    FactId index = find_fact(pack_.facts, id);
    if (index == no_fact) {
        if (pack_.facts.size() >= max_facts) {
            one.fault("too_many", "A pack may have " + std::to_string(max_facts) + " facts in all.");
            return;
        }
        index = static_cast<FactId>(pack_.facts.size());
        // A fact of the laws is there for a shop that names it.
        const FactId of_law = one.get("kind") ? no_fact : find_fact(law_dictionary().facts, id);
        pack_.facts.push_back(of_law == no_fact ? own_fact(one, id) : law_dictionary().facts[of_law]);
        pack_.uses.emplace_back();
    } else if (one.get("kind") || one.get("values")) {
        one.fault("bad_value", "This fact is in the standard dictionary: its kind and values are fixed.");
    }
    use(one, pack_.facts[index], pack_.uses[index]);
}

FactSpec FactReader::own_fact(const Reader& one, const std::string& id) {
    FactSpec spec;
    spec.id = id;
    if (const auto kind = one.need("kind").word({"yes_no", "choice", "number", "date"})) spec.kind = static_cast<FactKind>(*kind);
    for (const Reader& value : one_or_many(one.get("values"))) {
        if (spec.values.size() > 64) break;  // a fault, below
        const std::string word = value.text();
        if (value.node().is(Node::Kind::string) && (word.empty() || spec.index_of(word) >= 0)) value.fault("bad_value", "Each value is a text of its own.");
        spec.values.push_back(word);
    }
    if (spec.kind == FactKind::choice && (spec.values.empty() || spec.values.size() > 64)) {
        one.fault("bad_value", "A choice needs 1 to 64 \"values\".");
    }
    if (spec.kind == FactKind::number) {
        spec.least = one.need("least").integer(0, 1'000'000'000'000).value_or(0);
        spec.most = one.need("most").integer(spec.least, 1'000'000'000'000).value_or(spec.least);
    }
    spec.prompt = one.need("prompt").text();
    return spec;
}

void FactReader::use(const Reader& one, const FactSpec& spec, FactUse& use) {
    use.hint = one.get("hint").text();
    use.ours = one.get("ours").boolean().value_or(false);
    if (const Reader value = one.get("assume")) assume(value, spec, use);
    if (const Reader absent = one.get("absent")) absence(one, absent, spec, use);
    if (const Reader range = one.get("range"); range && range.array()) {
        if (spec.kind != FactKind::number || range.size() != 2) {
            range.fault("bad_value", "A range is [least, most], for a number.");
            return;
        }
        const auto least = range.at(0).integer(spec.least, spec.most);
        const auto most = range.at(1).integer(least.value_or(spec.least), spec.most);
        if (least && most) use.range = {*least, *most};
    }
}

void FactReader::assume(const Reader& value, const FactSpec& spec, FactUse& use) {
    use.absent = FactUse::Absent::assumed;
    if (spec.id == "reason" || spec.id == "category") value.fault("bad_value", "This fact is never assumed.");
    if (spec.kind == FactKind::yes_no) {
        use.assumed = value.boolean().value_or(false) ? 1 : 0;
    } else if (spec.kind == FactKind::choice) {
        use.assumed = spec.index_of(value.text());
        if (use.assumed < 0) value.fault("bad_value", "\"" + spec.id + "\" has no such value.");
    } else {
        value.fault("bad_value", "Only yes/no facts and choices can be assumed; give a number a \"range\".");
    }
}

void FactReader::absence(const Reader& one, const Reader& absent, const FactSpec& spec, FactUse& use) {
    const auto word = absent.word({"unstated", "not_happened"});
    if (!word) return;
    use.absent = *word == 0 ? FactUse::Absent::unstated : FactUse::Absent::not_happened;
    const bool by_value = spec.kind == FactKind::yes_no || spec.kind == FactKind::choice;
    if (*word == 0 && spec.kind != FactKind::yes_no && spec.kind != FactKind::number) {
        absent.fault("bad_value", "Only a yes/no fact or a number can be unstated.");
    } else if (*word == 1 && !by_value) {
        absent.fault("bad_value", "Only a yes/no fact or a choice can be declared so; an absent date always means that it has not happened.");
    }
    if (const Reader when = one.get("open_when")) {
        use.has_open_when = true;
        open_when_.push_back({static_cast<std::size_t>(&use - pack_.uses.data()), when});
    }
    for (const Reader& value : one_or_many(one.get("open_values"))) {
        const int index = spec.index_of(value.text());
        if (index < 0) value.fault("bad_value", "\"" + spec.id + "\" has no such value.");
        else use.open_values.push_back(index);
    }
}

}  // namespace returnable
