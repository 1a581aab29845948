// The matcher for sheets, by the rules of tests/README.md, "Sheets". Apart from support.h: the mutation of packs needs it without GoogleTest.
#pragma once

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace returnable::test {

using nlohmann::json;

inline std::string differs(const json& expected, const json& actual, const std::string& path) {
    return path + ": expected " + expected.dump() + ", got " + actual.dump().substr(0, 300) + "\n";
}

/// Where `actual` falls short of `expected`; empty where it does not.
inline std::string mismatch(const json& expected, const json& actual, const std::string& path = "") {
    if (expected.is_object()) {
        if (!actual.is_object()) return differs(expected, actual, path);
        std::string out;
        for (const auto& [key, value] : expected.items()) {
            if (actual.contains(key)) out += mismatch(value, actual.at(key), path + "/" + key);
            else out += path + "/" + key + ": not there\n";
        }
        return out;
    }
    const bool exact = path.ends_with("/return_shipping");
    if (!expected.is_array() || exact) return expected == actual ? "" : differs(expected, actual, path);
    if (!actual.is_array()) return differs(expected, actual, path);
    std::string out;
    for (const json& one : expected) {
        // Where no policy is named the shop's promise is meant, not what a law gives beside it.
        const bool any_policy = one.is_object() && one.contains("remedy") && !one.contains("policy") && !one.contains("id");
        const bool of_promise = any_policy && std::any_of(actual.begin(), actual.end(), [&](const json& other) {
                                    return other.is_object() && other.value("remedy", json()) == one["remedy"] && other.value("kind", json()) == "promise";
                                });
        std::string best = path + ": nothing like " + one.dump() + "\n";
        bool first = true;
        for (const json& other : actual) {
            if (one.is_object() && one.contains("id") && other.value("id", json()) != one["id"]) continue;
            if (one.is_object() && !one.contains("id")) {
                if (one.contains("remedy") && other.value("remedy", json()) != one["remedy"]) continue;
                if (one.contains("policy") && other.value("policy", json()) != one["policy"]) continue;
            }
            if (of_promise && other.value("kind", json()) != "promise") continue;
            const std::string found = mismatch(one, other, path + "[]");
            if (first || found.size() < best.size()) best = found;
            first = false;
            if (best.empty()) break;
        }
        out += best;
    }
    return out;
}

inline bool is_pointer(const std::string& text) { return text.empty() || text[0] == '/'; }

/// The segments of a JSON Pointer, read as RFC 6901 says.
inline std::vector<std::string> segments(const std::string& pointer) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') out.emplace_back();
        else if (pointer[i] == '~' && i + 1 < pointer.size()) out.back() += pointer[++i] == '1' ? '/' : '~';
        else out.back() += pointer[i];
    }
    return out;
}

/// Everything that stands at a JSON Pointer, whose segment `*` is any member; empty where nothing does.
inline std::vector<json> found(const std::string& pointer, const json& value) {
    std::vector<json> here{value};
    for (const std::string& segment : segments(pointer)) {
        std::vector<json> next;
        for (const json& one : here) {
            if (!one.is_structured()) continue;
            if (segment == "*") next.insert(next.end(), one.begin(), one.end());
            else if (one.is_object() && one.contains(segment)) next.push_back(one[segment]);
            for (std::size_t i = 0; one.is_array() && i < one.size(); ++i)
                if (segment == std::to_string(i)) next.push_back(one[i]);
        }
        here = next;
    }
    return here;
}

/// Whether a value of `never` counts: the thing equals it, is a list that has it, or is an object whose `fact` or `id` it is.
inline bool stands(const json& value, const json& thing) {
    if (value == thing) return true;
    if (thing.is_array()) return std::find(thing.begin(), thing.end(), value) != thing.end();
    const auto named = [&](const char* key) { return thing.contains(key) && thing[key] == value; };
    return named("fact") || named("id");
}

inline std::string at_fault(const json& at, const json& verdict) {
    std::string out;
    for (const auto& [pointer, value] : at.items()) {
        if (!is_pointer(pointer)) {
            out += "not a JSON Pointer: " + pointer + "\n";
            continue;
        }
        const auto here = found(pointer, verdict);
        if (here.empty()) out += "at " + pointer + ": nothing stands there\n";
        for (const json& thing : here)
            if (thing != value) out += differs(value, thing, "at " + pointer);
    }
    return out;
}

inline std::string never_fault(const json& never, const json& verdict) {
    std::string out;
    for (const auto& [pointer, values] : never.items()) {
        if (!is_pointer(pointer)) {
            out += "not a JSON Pointer: " + pointer + "\n";
            continue;
        }
        for (const json& thing : found(pointer, verdict))
            for (const json& value : values)
                if (stands(value, thing)) out += "never " + pointer + ": " + value.dump() + " stands there\n";
    }
    return out;
}

/// `lead` against the entitlement at which the headline points.
inline std::string lead_fault(const json& lead, const json& verdict) {
    const json headline = verdict.value("headline", json()), index = headline.is_object() ? headline.value("entitlement", json()) : json();
    for (const json& item : verdict.value("items", json::array())) {
        if (!index.is_number_unsigned() || item.at("id") != headline.at("item")) continue;
        const json& list = item.at("entitlements");
        if (const std::size_t place = index; place < list.size()) return mismatch(lead, list[place], std::string("lead"));
    }
    return "lead: the headline points at no entitlement\n";
}

/// What a sheet finds wrong with the verdict on its case; empty where nothing is. `ask` answers another case, for `differs`.
inline std::string sheet_fault(const json& sheet, const json& verdict, const std::function<json(const json&)>& ask) {
    const std::vector<std::string> documented{"name", "given", "clauses", "why", "first"}, expecting{"expect", "at", "never", "lead", "differs"};
    const auto in = [](const std::vector<std::string>& list, const std::string& key) { return std::find(list.begin(), list.end(), key) != list.end(); };
    bool expects = false;
    for (const auto& [key, value] : sheet.items()) {
        if (!in(documented, key) && !in(expecting, key)) return "the sheet has a key that nothing reads: " + key + "\n";
        expects |= in(expecting, key) && !value.empty();
    }
    if (!expects) return "the sheet expects nothing\n";
    const json none = json::object(), expect = sheet.value("expect", none);
    if (verdict.contains("errors") && !expect.contains("errors")) return "no error was expected: " + verdict["errors"].dump() + "\n";
    std::string out = mismatch(expect, verdict) + at_fault(sheet.value("at", none), verdict) + never_fault(sheet.value("never", none), verdict);
    if (sheet.contains("lead")) out += lead_fault(sheet["lead"], verdict);
    if (sheet.contains("differs") && ask(sheet["differs"]) == verdict) out += "differs: both cases have the same verdict\n";
    return out;
}

}  // namespace returnable::test
