// Faults are values here. Nothing in this library throws across its boundary or exits.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/engine.h>
//
//     int main() {
//         returnable::Case order;  // names no marketplace
//         const auto verdict = returnable::check(returnable::builtin_library(), order);
//         for (const returnable::Error& fault : verdict.errors)
//             std::printf("%s at %s: %s\n", fault.code.c_str(), fault.path.c_str(), fault.message.c_str());
//         return verdict ? 1 : 0;
//     }
//     ```
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace returnable {

/// One fault.
struct Error {
    std::string code;     ///< stable: a page chooses its words by it
    std::string path;     ///< a JSON Pointer into the input; "" is the whole of it
    std::string message;  ///< English for developers; says what to do about it
    bool operator==(const Error&) const = default;
};

/// A value, or every fault that was found (never only the first). Exactly one of the two is there.
template <class T>
struct Result {
    std::optional<T> value;     ///< empty where there are faults
    std::vector<Error> errors;  ///< empty where there is a value

    /// Of a value.
    Result(T v) : value(std::move(v)) {}
    /// Of faults, at least one.
    Result(std::vector<Error> e) : errors(std::move(e)) {}

    /// Whether there is a value.
    explicit operator bool() const { return value.has_value(); }
    /// The value. Only where there is one: test first.
    const T& operator*() const& { return *value; }
    /// The same, to change it.
    T& operator*() & { return *value; }
    /// The same, moved out.
    T&& operator*() && { return *std::move(value); }
    /// A part of the value. Only where there is one.
    const T* operator->() const { return &*value; }
    /// The same, to change it.
    T* operator->() { return &*value; }
};

}  // namespace returnable
