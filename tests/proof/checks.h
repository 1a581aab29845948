// What a walk has found: each invariant that a case broke, how often, and the smallest case that did.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "returnable/case.h"
#include "space.h"

namespace proof {

struct Checks {
    std::map<std::string_view, std::uint64_t> broken;  // by invariant
    std::map<std::string_view, std::string> example;
    std::map<std::string, std::uint64_t, std::less<>> seen;  // statuses and phases met, so that a walk which met none shows
    std::uint64_t cases = 0, with_properties = 0;

    void hold(bool truth, const char* invariant, const returnable::Case& asked) {
        if (truth) return;
        ++broken[invariant];
        keep_smallest(invariant, to_json(asked));
    }

    void met(std::string_view what) {
        const auto known = seen.find(what);
        if (known == seen.end()) seen.emplace(what, 1);
        else ++known->second;
    }

    void take(const Checks& other) {
        for (const auto& [invariant, times] : other.broken) broken[invariant] += times;
        for (const auto& [invariant, text] : other.example) keep_smallest(invariant, text);
        for (const auto& [what, times] : other.seen) seen[what] += times;
        cases += other.cases;
        with_properties += other.with_properties;
    }

private:
    /// What cannot be said makes a case harder to read than a fact more.
    static std::size_t weight(const std::string& text) {
        std::size_t nulls = 0;
        for (auto at = text.find(":null"); at != std::string::npos; at = text.find(":null", at + 1)) ++nulls;
        return text.size() + 100 * nulls;
    }

    void keep_smallest(std::string_view invariant, const std::string& text) {
        std::string& known = example[invariant];
        if (known.empty() || weight(text) < weight(known)) known = text;
    }
};

}  // namespace proof
