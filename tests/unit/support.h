// What several unit tests share: the built-in library, cases as JSON, and the matcher for sheets.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "returnable/json.h"

namespace returnable::test {

using nlohmann::json;

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline const Library& library() {
    static const Library instance = builtin_library();
    return instance;
}

inline json check_case(const json& order, const Library& packs = library()) { return json::parse(check_json(packs, order.dump())); }

inline std::string errors_text(const std::vector<Error>& errors) {
    std::string out;
    for (const Error& e : errors) out += e.code + " " + e.path + ": " + e.message + "\n";
    return out;
}

/// The first entitlement for a remedy, or null.
inline json entitlement(const json& verdict, const std::string& remedy, std::size_t item = 0) {
    for (const json& e : verdict.at("items").at(item).at("entitlements")) {
        if (e.at("remedy") == remedy) return e;
    }
    return nullptr;
}

/// Where `actual` falls short of `expected`, by the rules for sheets (CONTRIBUTING, "Sheets"); empty where it does not.
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
