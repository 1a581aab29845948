// What several unit tests share: the built-in library, cases as JSON, and by match.h the matcher for sheets.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "match.h"
#include "returnable/json.h"

namespace returnable::test {

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

}  // namespace returnable::test
