// A small tree of values: what JSON text or a value buffer is read into, under limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "returnable/error.h"

namespace returnable {

struct Node {
    enum class Kind : std::uint8_t { invalid, null, boolean, integer, string, array, object };
    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string string;
    std::vector<std::string> keys;  // of an object, one for each of items
    std::vector<Node> items;        // of an array or object

    bool is(Kind k) const { return kind == k; }
    /// The value under a key, or null where there is none.
    const Node* find(std::string_view key) const;
};

struct JsonLimits {
    std::size_t bytes, keys;
    std::size_t depth = 16, nodes = 200'000;
};
/// Of one text or case: the faults after these are not named.
inline constexpr std::size_t most_faults = 1000;

inline constexpr JsonLimits case_limits{std::size_t{256} * 1024, 64, 16, 50'000};
inline constexpr JsonLimits pack_limits{std::size_t{1024} * 1024, 4096};

/// Builds a tree value by value, from whatever reads them, so that limits hold before memory is spent. Each call is false
/// once a limit is passed; reading stops then.
class TreeBuilder {
public:
    TreeBuilder(const JsonLimits& limits, std::vector<Error>& errors) : limits_(limits), errors_(errors) {}

    Node root;

    bool null() { return put(Node::Kind::null) != nullptr; }
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    /// A number that is not whole, or too large: a fault.
    bool number_not_whole();
    bool string(std::string&& value);
    bool start_object() { return open(Node::Kind::object); }
    bool start_array() { return open(Node::Kind::array); }
    bool key(std::string&& name);
    /// Of a reader that knows whether the object has this key already.
    bool key(std::string&& name, bool twice);
    bool end() {
        open_.pop_back();
        return true;
    }

protected:
    void fault(const char* code, std::string where, std::string message);
    // Of what is open last; and of the last value in it. Worked out only for a fault.
    std::string path() const { return path_of(open_.size()); }
    std::string last_path() const { return path_of(open_.size() + 1); }

    const std::vector<std::string>& keys() const { return open_.back()->keys; }

private:
    std::string path_of(std::size_t depth) const;
    Node* put(Node::Kind kind);
    bool open(Node::Kind kind);

    const JsonLimits& limits_;
    std::vector<Error>& errors_;
    std::vector<Node*> open_;
    std::size_t nodes_ = 0;
};

/// A node for what cannot be read.
Node unreadable();

/// Reads strictly: besides what JSON forbids, it refuses a byte-order mark, a key given twice, numbers that are
/// not whole or do not fit 64 bits, NUL characters, and anything over the limits. On a fault `errors` grows; where
/// the text cannot be read to its end the result is `invalid`.
Node parse_json(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors);

/// `key` appended to a JSON Pointer, escaped.
std::string pointer(std::string_view base, std::string_view key);
std::string pointer(std::string_view base, std::size_t index);

}  // namespace returnable
