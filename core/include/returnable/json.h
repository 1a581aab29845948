// The JSON door: text in, text out. The shapes are those of the public contract (README, "The interface").
// No function here throws; a fault comes back as {"errors":[{"code","path","message"},…]}.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "returnable/case.h"
#include "returnable/engine.h"
#include "returnable/error.h"
#include "returnable/verdict.h"

namespace returnable {

/// Reads one case. `library` says which marketplaces and facts exist. Every fault is reported.
Result<Case> read_case(const Library& library, std::string_view json);

/// Writes a verdict as compact JSON with keys in a fixed order: equal verdicts give equal bytes.
std::string write_verdict(const Verdict& verdict);

/// One case in, one verdict out.
std::string check_json(const Library& library, std::string_view case_json);

/// Status and payers for each case, without explanation: [{"as_of","items":[…]} as in a sweep, or {"errors":[…]},…].
std::string check_all_json(const Library& library, std::span<const std::string_view> cases);

/// The same case asked of every loaded pack: {pack id: verdict}.
std::string compare_json(const Library& library, std::string_view case_json);

/// Status and payers for each day `from`..`to` (ISO, inclusive, at most 3,660 days), without explanation:
/// [{"as_of","items":[{"id","status","return_shipping"}]},…]. A day that contradicts the case's own events
/// gives {"as_of","errors":[…]} in its place.
std::string sweep_json(const Library& library, std::string_view case_json, std::string_view from, std::string_view to);

/// Reads a pack and adds it: {"id","name"}, or every fault with its place, and then nothing has changed.
std::string add_pack_json(Library& library, std::string_view pack_json);

/// The loaded packs: [{"id","name","checked_on","effective","remedies","facts","sources"},…].
std::string packs_json(const Library& library);

}  // namespace returnable
