#include "reading/read_case.h"

#include "reading/json_reader.h"

namespace returnable {
namespace {

constexpr std::size_t most_items = 1000;

Facts read_facts(const Reader& object) {
    Facts facts;
    if (!object) return facts;
    if (!object.node().is(Node::Kind::object)) {
        object.fault("wrong_type", "This must be an object: { \"fact\": value, … }.");
        return facts;
    }
    facts.reserve(object.node().keys.size());
    for (std::size_t i = 0; i < object.node().keys.size(); ++i) {
        const Node& node = object.node().items[i];
        const std::string& name = object.node().keys[i];
        switch (node.kind) {
            case Node::Kind::null: facts.emplace_back(name, CannotSay{}); break;
            case Node::Kind::boolean: facts.emplace_back(name, node.boolean); break;
            case Node::Kind::integer: facts.emplace_back(name, node.integer); break;
            case Node::Kind::string: facts.emplace_back(name, node.string); break;
            case Node::Kind::invalid: break;
            default: object.get(name).fault("wrong_type", "A fact is true, false, a number, text or null.");
        }
    }
    return facts;
}

Item read_item(const Reader& object) {
    Item item;
    if (!object.object({"id", "facts"})) return item;
    item.id = object.need("id").text();
    item.facts = read_facts(object.get("facts"));
    return item;
}

}  // namespace

Result<Case> read_case(const Node& root, std::vector<Error> errors) {
    if (root.is(Node::Kind::invalid)) return errors;
    Case order;
    const Reader reader(root, errors);
    if (!reader.object({"as_of", "currency", "facts", "items"})) return errors;
    if (const auto day = reader.need("as_of").date()) order.as_of = *day;
    if (const Reader currency = reader.get("currency")) {
        order.currency = currency.text();
        if (order.currency.empty()) currency.fault("bad_value", "Write three capital letters, such as EUR.");
    }
    order.facts = read_facts(reader.need("facts"));
    if (const Reader items = reader.get("items"); items && items.array()) {
        if (items.size() == 0) items.fault("bad_value", "Leave \"items\" out where the order is one item.");
        if (items.size() > most_items) items.fault("too_many", "An order has at most 1000 items.");
        else
            for (std::size_t i = 0; i < items.size(); ++i) order.items.push_back(read_item(items.at(i)));
    }
    if (!errors.empty()) return errors;
    return order;
}

}  // namespace returnable
