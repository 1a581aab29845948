#include "reading/json_tree.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace returnable {
namespace {

using nlohmann::json;

// Builds the tree event by event, so that limits hold before memory is spent.
class TreeBuilder {
public:
    TreeBuilder(const JsonLimits& limits, std::vector<Error>& errors) : limits_(limits), errors_(errors) {}

    Node root;

    bool null() { return put(Node::Kind::null) != nullptr; }
    bool boolean(bool value) {
        Node* node = put(Node::Kind::boolean);
        if (node) node->boolean = value;
        return node;
    }
    bool number_integer(json::number_integer_t value) {
        Node* node = put(Node::Kind::integer);
        if (node) node->integer = value;
        return node;
    }
    bool number_unsigned(json::number_unsigned_t value) {
        if (value > static_cast<std::uint64_t>(INT64_MAX)) return number_float(0, {});
        return number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(json::number_float_t, const json::string_t&) {
        if (!put(Node::Kind::invalid)) return false;
        fault("wrong_type", last_path(), "Write a whole number. Money is in minor units (cents), lengths are whole days.");
        return true;
    }
    bool string(json::string_t& value) {
        Node* node = put(Node::Kind::string);
        if (!node) return false;
        if (value.find('\0') != std::string::npos) {
            fault("bad_text", last_path(), "Remove the NUL character from this text.");
            node->kind = Node::Kind::invalid;
        }
        node->string = std::move(value);
        return true;
    }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Node::Kind::object); }
    bool start_array(std::size_t) { return open(Node::Kind::array); }
    bool end_object() {
        open_.pop_back();
        return true;
    }
    bool end_array() { return end_object(); }
    bool key(json::string_t& value) {
        Node& object = *open_.back();
        if (object.keys.size() >= limits_.keys) {
            fault("too_many", path(), "This object has more than " + std::to_string(limits_.keys) + " keys.");
            return false;
        }
        const bool twice = std::find(object.keys.begin(), object.keys.end(), value) != object.keys.end();
        if (twice) fault("duplicate_key", pointer(path(), value), "This key is given twice. Keep one of them.");
        object.keys.push_back(std::move(value));
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const json::exception& cause) {
        if (cause.id == 406) {
            fault("out_of_range", path(), "A number near byte " + std::to_string(position) + " is too large.");
        } else {
            fault("bad_json", path(), "This is not valid JSON (in UTF-8) near byte " + std::to_string(position) + ".");
        }
        return false;
    }

private:
    // Of what is open last; and of the last value in it. Worked out only for a fault.
    std::string path() const { return path_of(open_.size()); }
    std::string last_path() const { return path_of(open_.size() + 1); }
    std::string path_of(std::size_t depth) const {
        std::string path;
        for (std::size_t i = 0; i + 1 < depth; ++i) {
            const Node& node = *open_[i];
            path = node.is(Node::Kind::object) ? pointer(path, node.keys.back()) : pointer(path, node.items.size() - 1);
        }
        return path;
    }

    void fault(const char* code, std::string where, std::string message) {
        if (errors_.size() < 100) errors_.push_back({code, std::move(where), std::move(message)});
    }

    // A new node in its place, or null where a limit is passed. Kept pointers stay good: a node's siblings are
    // only ever added while it is closed.
    Node* put(Node::Kind kind) {
        if (++nodes_ > limits_.nodes) {
            fault("too_many", path(), "This text holds too many values.");
            return nullptr;
        }
        Node* place = open_.empty() ? &root : &open_.back()->items.emplace_back();
        place->kind = kind;
        return place;
    }

    bool open(Node::Kind kind) {
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

    const JsonLimits& limits_;
    std::vector<Error>& errors_;
    std::vector<Node*> open_;
    std::size_t nodes_ = 0;
};

Node unreadable() {
    Node node;
    node.kind = Node::Kind::invalid;
    return node;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key) return &items[i];
    }
    return nullptr;
}

Node parse_json(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors) {
    if (text.size() > limits.bytes) {
        errors.push_back({"too_large", "", "This text has more than " + std::to_string(limits.bytes / 1024) + " KB."});
        return unreadable();
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        errors.push_back({"byte_order_mark", "", "Save the text as UTF-8 without a byte-order mark."});
        return unreadable();
    }
    TreeBuilder builder(limits, errors);
    const std::size_t before = errors.size();
    const bool whole = json::sax_parse(text.begin(), text.end(), &builder);
    if (!whole && errors.size() == before) errors.push_back({"bad_json", "", "This is not valid JSON."});
    if (!whole) builder.root.kind = Node::Kind::invalid;
    return std::move(builder.root);
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
