// Values as bytes: how JavaScript hands a case to the engine, without JSON text on the way. One byte says what follows:
// n null, t true, f false; d a number (8 bytes, IEEE 754); s a text (its length, then UTF-8); a a list (its length, then the
// values); o an object (its length, then a text, without the s, and a value for each key). A length is 4 bytes. All
// little-endian. The other end is web/src/engine/encode-case.ts.
#pragma once

#include "reading/json_tree.h"

namespace returnable {

/// Reads one value, with the faults that parse_json finds in the same value as text.
Node read_values(std::string_view bytes, const JsonLimits& limits, std::vector<Error>& errors);

/// The bytes from which read_values reads this tree.
std::string write_values(const Node& root);

}  // namespace returnable
