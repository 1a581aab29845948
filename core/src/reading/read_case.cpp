#include "reading/read_case.h"

#include <algorithm>

#include "reading/json_reader.h"

namespace returnable {
namespace {

constexpr std::size_t most_items = 1000;

Facts read_facts(const Reader& object) {
    Facts facts;
    if (!object) return facts;
    if (!object.node().is(Node::Kind::object)) {
        if (!object.node().is(Node::Kind::invalid)) object.fault("wrong_type", "This must be an object: { \"fact\": value, … }.");
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

Item read_item(const Reader& object, std::size_t index) {
    // Until its own is read: an id that no other item has, so that it is not found to be taken.
    Item item{pointer("/items", index), {}};
    if (!object.object({"id", "facts"})) return item;
    const Reader id = object.need("id");
    if (id && id.node().is(Node::Kind::string)) item.id = id.node().string;
    else (void)id.text();
    item.facts = read_facts(object.get("facts"));
    return item;
}

// At a place that has a fault of its own, or below it. One place, one fault: what could not be read is not also judged.
bool is_named(const Error& found, const std::vector<Error>& before) {
    return std::any_of(before.begin(), before.end(), [&](const Error& error) {
        return found.path.starts_with(error.path) && (found.path.size() == error.path.size() || found.path[error.path.size()] == '/');
    });
}

}  // namespace

CaseText read_case_text(const Node& root, std::vector<Error> found) {
    CaseText text;
    auto& [order, errors, has_facts] = text;
    errors = std::move(found);
    if (root.is(Node::Kind::invalid)) return text;
    const Reader reader(root, errors);
    if (!reader.object({"as_of", "currency", "facts", "items"})) return text;
    const auto as_of = reader.need("as_of").date();
    // Where the day is not known, no other is found to be after it.
    order.as_of = as_of.value_or(last_date);
    if (const Reader currency = reader.get("currency")) {
        order.currency = currency.text();
        if (order.currency.empty()) currency.fault("bad_value", "Write three capital letters, such as EUR.");
    }
    const Reader facts = reader.need("facts");
    has_facts = facts && facts.node().is(Node::Kind::object);
    order.facts = read_facts(facts);
    if (const Reader items = reader.get("items"); items && items.array()) {
        if (items.size() == 0) items.fault("bad_value", "Leave \"items\" out where the order is one item.");
        if (items.size() > most_items) items.fault("too_many", "An order has at most 1000 items.");
        else
            for (std::size_t i = 0; i < items.size(); ++i) order.items.push_back(read_item(items.at(i), i));
    }
    return text;
}

void add_faults(std::vector<Error>& errors, std::vector<Error> found) {
    const std::vector<Error> before = errors;
    for (Error& one : found) {
        if (!is_named(one, before)) errors.push_back(std::move(one));
    }
}

}  // namespace returnable
