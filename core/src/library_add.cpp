// Adding a pack that is JSON text. Not in the browser's engine, which is handed compiled packs.
#include <set>
#include <string_view>

#include "library_access.h"
#include "reading/compile_text.h"
#include "reading/pack_warnings.h"
#include "returnable/engine.h"

namespace returnable {
namespace {

// One id is taken once among all that may stand in one verdict: the clauses, rules and conflicts of a law, beside any shop.
std::string shared_name(const Pack& a, const Pack& b) {
    const auto clash = [](const auto& all, const auto& others) -> std::string {
        std::set<std::string_view> taken;
        for (const auto& other : others) taken.insert(other.id);
        for (const auto& one : all) {
            if (taken.count(one.id) > 0) return one.id;
        }
        return {};
    };
    std::string name = clash(a.clauses, b.clauses);
    if (name.empty()) name = clash(a.rules, b.rules);
    return name.empty() ? clash(a.conflicts, b.conflicts) : name;
}

void check_names(const Pack& pack, const Packs& loaded, std::vector<Error>& errors) {
    for (const auto& other : loaded) {
        if (other->id == pack.id || (other->governs.empty() && pack.governs.empty())) continue;
        const std::string name = shared_name(pack, *other);
        if (!name.empty())
            errors.push_back({"duplicate", "", "\"" + name + "\" is an id in the pack \"" + other->id + "\" already, which may stand beside this one."});
    }
}

}  // namespace

std::vector<Error> Library::add_pack(std::string_view json) {
    std::vector<Error> errors;
    auto pack = compile_text(json, errors);
    if (pack) check_names(*pack, loaded_packs(*this), errors);
    return errors.empty() ? add_compiled(*this, std::move(pack)) : errors;
}

std::vector<Error> Library::validate(std::string_view json) const {
    std::vector<Error> errors;
    (void)compile_text(json, errors);
    return errors;
}

std::vector<Error> Library::warnings(std::string_view json, std::optional<Date> as_of) const {
    std::vector<Error> errors;
    const auto pack = compile_text(json, errors);
    return pack ? pack_warnings(*pack, as_of) : std::vector<Error>();
}

}  // namespace returnable
