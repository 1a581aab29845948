// The interface as JSON: text in, text out. The shapes are those of the public contract (README, "The interface").
// No function here throws; a fault comes back as {"errors":[{"code","path","message"},…]}.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/json.h>
//
//     int main() {
//         const auto library = returnable::builtin_library();
//         const std::string shop = library.packs().at(0).id;
//         const std::string order = R"({"as_of": "2026-05-10", "facts": {"reason": "damaged", "marketplace": ")" + shop + "\"}}";
//         std::puts(returnable::check_json(library, order).c_str());
//     }
//     ```
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "returnable/case.h"
#include "returnable/engine.h"
#include "returnable/error.h"
#include "returnable/verdict.h"

namespace returnable {

/// Reads one case: UTF-8, at most 256 KB, nested at most 16 deep, at most 64 keys an object. Where the text has faults, the
/// faults that `check` would find in the rest of it come with them, by the packs and facts of `library`.
Result<Case> read_case(const Library& library, std::string_view json);

/// Writes a verdict as compact JSON with keys in a fixed order: equal verdicts give equal bytes. It writes what stands in
/// the verdict, also where that was put together by hand; a day outside first_date..last_date is written as null.
std::string write_verdict(const Verdict& verdict);

/// One case in, one verdict out: the same bytes as write_verdict(check(…)), without making the verdict.
std::string check_json(const Library& library, std::string_view case_json);

/// Status and payers for each case, without explanation: [{"as_of","items":[…]} as in a sweep, or {"errors":[…]},…].
std::string check_all_json(const Library& library, std::span<const std::string_view> cases);

/// The same case asked of every loaded pack: {pack id: verdict}.
std::string compare_json(const Library& library, std::string_view case_json);

/// Status and payers for each day `from`..`to` (ISO, inclusive, at most 3,660 days; days times items at most 40,000; and in all
/// at most the work of one check, or "too_many" at "/to"), without explanation:
/// [{"as_of","items":[{"id","status","return_shipping"}]},…]. A day that contradicts the case's own events
/// gives {"as_of","errors":[…]} in its place.
std::string sweep_json(const Library& library, std::string_view case_json, std::string_view from, std::string_view to);

/// Reads a pack and adds it: {"id","name"}, or every fault with its place, and then nothing has changed.
std::string add_pack_json(Library& library, std::string_view pack_json);

/// What is wrong with a pack, without adding it: {"errors":[…],"warnings":[…]}. A warning is what `Library::warnings` finds, as
/// {"severity":"warning","code","path","message"}. `as_of`: a day (ISO) for the age of its sources, or "".
std::string validate_json(const Library& library, std::string_view pack_json, std::string_view as_of = {});

/// The loaded packs: [{"id","name","checked_on","effective","remedies","facts","sources","review_after_months"},…]; where the
/// pack has them also "governs", "store_credit" (the remedies that give it), "deductions" and "words".
std::string packs_json(const Library& library);

}  // namespace returnable
