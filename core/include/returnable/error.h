// Faults are values here. Nothing in this library throws across its boundary or exits.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace returnable {

/// One fault. `code` is stable and is what a page words; `path` is a JSON Pointer into the input ("" = the
/// whole of it); `message` is English for developers and says what to do about it.
struct Error {
    std::string code, path, message;
};

/// A value, or every fault that was found (never only the first).
template <class T>
struct Result {
    std::optional<T> value;
    std::vector<Error> errors;

    Result(T v) : value(std::move(v)) {}
    Result(std::vector<Error> e) : errors(std::move(e)) {}
    explicit operator bool() const { return value.has_value(); }
};

}  // namespace returnable
