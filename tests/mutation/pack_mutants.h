// Every way in which the mutation of packs changes one: a number a day more, a unit, a payer, a yes, a reading, an override, a rule.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace mutation {

// In the file's own order, which is part of a pack's meaning.
using Tree = nlohmann::ordered_json;

struct Mutant {
    std::string name;
    std::string pack;  ///< as text: a thousand trees would take a gigabyte
};

class Maker {
public:
    explicit Maker(const Tree& pack) : pack_(pack) {}

    std::vector<Mutant> all() {
        for (const char* part : {"facts", "conflicts", "terms", "remedies", "steps", "rules"}) {
            if (!pack_.contains(part)) continue;
            const Tree& list = pack_[part];
            for (auto it = list.begin(); it != list.end(); ++it) {
                const std::string key = list.is_array() ? std::to_string(it - list.begin()) : it.key();
                // Two steps, or two rules, may share a name: then the second is told apart by its number.
                std::string title = std::string(part) + " " + (it->is_object() && it->contains("id") ? std::string((*it)["id"]) : key);
                if (titles_.count(title)) title += " #" + key;
                titles_.insert(title);
                walk(*it, Tree::json_pointer("/" + std::string(part) + "/" + key), title, "");
            }
        }
        if (pack_.contains("conflicts")) readings_that_count();
        for (std::size_t i = 0; pack_.contains("rules") && i < pack_["rules"].size(); ++i) rule(i);
        for (const char* part : {"voids", "shared"})
            for (std::size_t i = 0; pack_.contains(part) && i < pack_[part].size(); ++i) without(part, i);
        for (std::size_t i = 0; pack_.contains("remedies") && i < pack_["remedies"].size(); ++i) settled(i);
        return std::move(mutants_);
    }

private:
    using Pointer = Tree::json_pointer;

    void set(const std::string& name, const Pointer& at, Tree value) {
        Tree changed = pack_;
        changed[at] = std::move(value);
        mutants_.push_back({name, changed.dump()});
    }

    void walk(const Tree& node, const Pointer& at, const std::string& title, const std::string& place) {
        const auto step = [&](const std::string& key) { return place.empty() ? key : place + "/" + key; };
        if (node.is_number_integer()) {
            const long long value = node;
            set(title + " " + place + " " + std::to_string(value) + " -> " + std::to_string(value + 1), at, value + 1);
        } else if (node.is_object()) {
            for (const auto& [key, child] : node.items()) {
                if (key == "unit") {
                    const std::string now = child, other = now == "business_days" ? "calendar_days" : "business_days";
                    set(title + " " + step(key) + " -> " + other, at / key, other);
                } else if (key == "says" && (child == "yes" || child == "no" || child == "may")) {
                    for (const char* other : {"yes", "no"})
                        if (child != other) set(title + " says " + other, at / key, other);
                } else if (key == "payers") {
                    swap_payers(child, at / key, title);
                } else {
                    walk(child, at / key, title, step(key));
                }
            }
        } else if (node.is_array()) {
            for (std::size_t i = 0; i < node.size(); ++i) walk(node[i], at / i, title, step(std::to_string(i)));
        }
    }

    void swap_payers(const Tree& payers, const Pointer& at, const std::string& title) {
        for (std::size_t i = 0; i < payers.size(); ++i)
            for (const char* other : {"buyer", "seller", "platform"})
                if (std::find(payers.begin(), payers.end(), other) == payers.end())
                    set(title + " " + std::string(payers[i]) + " pays -> " + other, at / i, other);
    }

    void readings_that_count() {
        for (const auto& [conflict, body] : pack_["conflicts"].items()) {
            if (!body.contains("readings")) continue;
            for (std::size_t i = 0; i < body["readings"].size(); ++i) {
                const Tree& reading = body["readings"][i];
                const bool counts = reading.value("counts", true);
                Tree turned = reading;
                turned["counts"] = !counts;
                if (counts) turned["why"] = "mutated";
                else turned.erase("why");
                set("conflicts " + conflict + " " + std::string(reading["id"]) + (counts ? " set aside" : " counts"),
                    Pointer("/conflicts") / conflict / "readings" / i, turned);
            }
        }
    }

    /// A whole entry of a list that nothing names: events that lapse, a fact shared by the items.
    void without(const std::string& part, std::size_t i) {
        Tree changed = pack_;
        changed[part].erase(i);
        if (changed[part].empty()) changed.erase(part);
        mutants_.push_back({part + " " + std::to_string(i) + " dropped", changed.dump()});
    }

    /// A remedy that a window can end although it was granted, one that no longer leads.
    void settled(std::size_t i) {
        for (const char* key : {"settled_when", "leads"}) {
            if (!pack_["remedies"][i].contains(key)) continue;
            Tree changed = pack_;
            changed["remedies"][i].erase(key);
            mutants_.push_back({"remedies " + std::string(pack_["remedies"][i]["id"]) + " " + key + " dropped", changed.dump()});
        }
    }

    void rule(std::size_t i) {
        const Tree& rule = pack_["rules"][i];
        const std::string id = rule["id"], title = "rules " + id;
        const Pointer at = Pointer("/rules") / i;
        Tree without = pack_;
        without["rules"].erase(i);
        for (Tree& other : without["rules"]) {  // or the reader would refuse the name, and no sheet be asked
            if (!other.contains("overrides")) continue;
            Tree kept = Tree::array();
            for (const Tree& name : as_list(other["overrides"]))
                if (name != id) kept.push_back(name);
            if (kept.empty()) other.erase("overrides");
            else other["overrides"] = kept;
        }
        mutants_.push_back({title + " dropped", without.dump()});
        if (rule.contains("still_useful")) {
            Tree changed = pack_;
            changed[at].erase("still_useful");
            mutants_.push_back({title + " no longer useful under a no", changed.dump()});
        }
        if (rule.contains("overrides")) drop_overrides(as_list(rule["overrides"]), at, title);
        if (!rule.contains("reading")) return;
        for (const auto& [conflict, now] : rule["reading"].items())
            for (const Tree& other : pack_["conflicts"][conflict]["readings"])
                if (const Tree held = as_list(now); std::find(held.begin(), held.end(), other["id"]) == held.end())
                    set(title + " under " + conflict + " " + std::string(other["id"]), at / "reading" / conflict, other["id"]);
    }

    void drop_overrides(const Tree& overrides, const Pointer& at, const std::string& title) {
        for (std::size_t i = 0; i < overrides.size(); ++i) {
            Tree kept = overrides;
            kept.erase(i);
            Tree changed = pack_;
            if (kept.empty()) changed[at].erase("overrides");
            else changed[at]["overrides"] = kept;
            mutants_.push_back({title + " no longer overrides " + std::string(overrides[i]), changed.dump()});
        }
    }

    static Tree as_list(const Tree& value) { return value.is_array() ? value : Tree::array({value}); }

    const Tree& pack_;
    std::set<std::string> titles_;
    std::vector<Mutant> mutants_;
};

inline std::vector<Mutant> mutants(const Tree& pack) { return Maker(pack).all(); }

}  // namespace mutation
