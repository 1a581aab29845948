#include "pack/dictionary.h"

#include "reading/embedded.h"
#include "reading/json_tree.h"

namespace returnable {
namespace {

bool flag(const Node& node, const char* key) {
    const Node* value = node.find(key);
    return value && value->boolean;
}

std::int64_t number(const Node& node, const char* key) {
    const Node* value = node.find(key);
    return value ? value->integer : 0;
}

FactSpec read_fact(const Node& node) {
    FactSpec fact;
    fact.id = node.find("id")->string;
    const std::string& kind = node.find("kind")->string;
    fact.kind = kind == "choice"   ? FactKind::choice
                : kind == "number" ? FactKind::number
                : kind == "date"   ? FactKind::date
                : kind == "word"   ? FactKind::word
                                   : FactKind::yes_no;
    if (const Node* values = node.find("values")) {
        for (const Node& value : values->items) fact.values.push_back(value.string);
    }
    fact.least = number(node, "least");
    fact.most = number(node, "most");
    fact.clock = flag(node, "clock");
    fact.may_be_future = flag(node, "may_be_future");
    fact.settles = flag(node, "settles");
    fact.order_level = node.find("level") != nullptr;
    fact.of_case = flag(node, "of_case");
    return fact;
}

// The text is our own and is read by the tests as well, so its shape is taken for granted here.
void read_into(Dictionary& result, std::string_view text) {
    std::vector<Error> errors;
    const Node root = parse_json(text, pack_limits, errors);
    for (const Node& node : root.find("facts")->items) result.facts.push_back(read_fact(node));
    for (const Node& chain : root.find("order_of_events")->items) {
        auto& events = result.order_of_events.emplace_back();
        for (const Node& event : chain.items) events.push_back(result.find(event.string));
    }
    for (const Node& node : root.find("after_first")->items) {
        AfterFirst& rule = result.after_first.emplace_back();
        rule.fact = result.find(node.find("fact")->string);
        for (const Node& event : node.find("events")->items) rule.events.push_back(result.find(event.string));
    }
    for (const Node& node : root.find("contradictions")->items) {
        const FactId fact = result.find(node.find("fact")->string);
        result.contradictions.push_back({fact, result.find(node.find("with")->string), result.facts[fact].index_of(node.find("value")->string)});
    }
}

Dictionary read_dictionary(bool with_law) {
    Dictionary result;
    read_into(result, embedded::dictionary);
    if (with_law) read_into(result, embedded::law_facts);
    return result;
}

}  // namespace

const Dictionary& dictionary() {
    static const Dictionary instance = read_dictionary(false);
    return instance;
}

const Dictionary& law_dictionary() {
    static const Dictionary instance = read_dictionary(true);
    return instance;
}

}  // namespace returnable
