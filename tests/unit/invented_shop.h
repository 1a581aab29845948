// An invented shop whose rules each test writes itself.
#pragma once

#include "support.h"

namespace returnable::test {

/// The Blue Kettle without its rules, and with facts of every kind.
inline json shop() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["rules"] = json::array();
    pack["facts"]["price"] = {{"absent", "unstated"}};
    pack["facts"]["return_shipping_cost"] = {{"absent", "unstated"}};
    pack["facts"]["seller_return_window"] = {{"range", {15, 30}}};
    pack["facts"]["transit_days"] = {{"range", {7, 40}}};
    pack["facts"]["seller_agreed"] = {{"absent", "unstated"}};
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m", "l"}}, {"prompt", "Which size?"}};
    return pack;
}

/// A rule that cites R1.
inline json rule(const std::string& id, json more) {
    more["id"] = id;
    more["clauses"] = "R1";
    return more;
}

/// A step that cites R1.
inline json step(const std::string& id, const std::string& actor, json more) {
    more["id"] = id;
    more["actor"] = actor;
    more["clauses"] = "R1";
    return more;
}

inline json days_after(const json& event, int length, const char* unit = "calendar_days") { return {{"after", event}, {"length", length}, {"unit", unit}}; }

/// The verdict on a damaged thing, asked on 20 March 2026, with these facts besides.
inline json ask(const json& pack, const json& facts) {
    Library shops;
    const auto errors = shops.add_pack(pack.dump());
    EXPECT_TRUE(errors.empty()) << errors_text(errors);
    json order = {{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"category", "general"}}}};
    order["facts"].update(facts);
    return check_case(order, shops);
}

}  // namespace returnable::test
