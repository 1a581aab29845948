// The matcher for sheets, by the rules of CONTRIBUTING, "Sheets". Apart from support.h: the mutation of packs needs it without GoogleTest.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace returnable::test {

using nlohmann::json;

/// Where `actual` falls short of `expected`; empty where it does not.
inline std::string mismatch(const json& expected, const json& actual, const std::string& path = "") {
    const auto differs = [&] { return path + ": expected " + expected.dump() + ", got " + actual.dump().substr(0, 300) + "\n"; };
    if (expected.is_object()) {
        if (!actual.is_object()) return differs();
        std::string out;
        for (const auto& [key, value] : expected.items()) {
            const bool given = actual.contains(key);
            if (given) out += mismatch(value, actual.at(key), path + "/" + key);
            else if (!value.is_null()) out += path + "/" + key + ": not there\n";
        }
        return out;
    }
    const bool exact = path.ends_with("/return_shipping");
    if (!expected.is_array() || exact) return expected == actual ? "" : differs();
    if (!actual.is_array()) return differs();
    std::string out;
    for (const json& one : expected) {
        std::string best = path + ": nothing like " + one.dump() + "\n";
        bool first = true;
        for (const json& other : actual) {
            if (one.is_object() && one.contains("id") && other.value("id", json()) != one["id"]) continue;
            if (one.is_object() && !one.contains("id")) {
                if (one.contains("remedy") && other.value("remedy", json()) != one["remedy"]) continue;
                if (one.contains("policy") && other.value("policy", json()) != one["policy"]) continue;
            }
            const std::string found = mismatch(one, other, path + "[]");
            if (first || found.size() < best.size()) best = found;
            first = false;
            if (best.empty()) break;
        }
        out += best;
    }
    return out;
}

}  // namespace returnable::test
