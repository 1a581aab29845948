// JSON text to a small tree. The only header behind which the JSON library is used.
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
inline constexpr JsonLimits case_limits{std::size_t{256} * 1024, 64, 16, 50'000};
inline constexpr JsonLimits pack_limits{std::size_t{1024} * 1024, 4096};

/// Reads strictly: besides what JSON forbids, it refuses a byte-order mark, a key given twice, numbers that are
/// not whole or do not fit 64 bits, NUL characters, and anything over the limits. On a fault `errors` grows; where
/// the text cannot be read to its end the result is `invalid`.
Node parse_json(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors);

/// `key` appended to a JSON Pointer, escaped.
std::string pointer(std::string_view base, std::string_view key);
std::string pointer(std::string_view base, std::size_t index);

}  // namespace returnable
