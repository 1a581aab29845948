#include "reading/json_tree.h"

#include <algorithm>

namespace returnable {

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key) return &items[i];
    }
    return nullptr;
}

bool TreeBuilder::boolean(bool value) {
    Node* node = put(Node::Kind::boolean);
    if (node) node->boolean = value;
    return node;
}

bool TreeBuilder::number_integer(std::int64_t value) {
    Node* node = put(Node::Kind::integer);
    if (node) node->integer = value;
    return node;
}

bool TreeBuilder::number_not_whole() {
    if (!put(Node::Kind::invalid)) return false;
    fault("wrong_type", last_path(), "Write a whole number. Money is in minor units (cents), lengths are whole days.");
    return true;
}

bool TreeBuilder::string(std::string&& value) {
    Node* node = put(Node::Kind::string);
    if (!node) return false;
    if (value.find('\0') != std::string::npos) {
        fault("bad_text", last_path(), "Remove the NUL character from this text.");
        node->kind = Node::Kind::invalid;
    }
    node->string = std::move(value);
    return true;
}

bool TreeBuilder::key(std::string&& name) {
    const bool twice = std::find(keys().begin(), keys().end(), name) != keys().end();
    return key(std::move(name), twice);
}

bool TreeBuilder::key(std::string&& name, bool twice) {
    Node& object = *open_.back();
    if (object.keys.size() >= limits_.keys) {
        fault("too_many", path(), "This object has more than " + std::to_string(limits_.keys) + " keys.");
        return false;
    }
    if (twice) fault("duplicate_key", pointer(path(), name), "This key is given twice. Keep one of them.");
    object.keys.push_back(std::move(name));
    return true;
}

std::string TreeBuilder::path_of(std::size_t depth) const {
    std::string path;
    for (std::size_t i = 0; i + 1 < depth; ++i) {
        const Node& node = *open_[i];
        path = node.is(Node::Kind::object) ? pointer(path, node.keys.back()) : pointer(path, node.items.size() - 1);
    }
    return path;
}

void TreeBuilder::fault(const char* code, std::string where, std::string message) {
    if (errors_.size() < 100) errors_.push_back({code, std::move(where), std::move(message)});
}

// A new node in its place, or null where a limit is passed. VerdictStorage pointers stay good: a node's siblings are
// only ever added while it is closed.
Node* TreeBuilder::put(Node::Kind kind) {
    if (++nodes_ > limits_.nodes) {
        fault("too_many", path(), "This text holds too many values.");
        return nullptr;
    }
    Node* place = open_.empty() ? &root : &open_.back()->items.emplace_back();
    place->kind = kind;
    return place;
}

bool TreeBuilder::open(Node::Kind kind) {
    if (open_.size() >= limits_.depth) {
        fault("too_deep", path(), "This is nested more than " + std::to_string(limits_.depth) + " levels deep.");
        return false;
    }
    Node* node = put(kind);
    if (!node) return false;
    open_.push_back(node);
    // As many as a case has there, since moving them is dear; further down, room would be wasted.
    if (open_.size() <= 2) {
        const std::size_t room = open_.size() == 1 ? 4 : 16;
        node->items.reserve(room);
        if (kind == Node::Kind::object) node->keys.reserve(room);
    }
    return true;
}

Node unreadable() {
    Node node;
    node.kind = Node::Kind::invalid;
    return node;
}

std::string pointer(std::string_view base, std::string_view key) {
    std::string out(base);
    out += '/';
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::string pointer(std::string_view base, std::size_t index) { return pointer(base, std::to_string(index)); }

}  // namespace returnable
