// Parts of verdicts, copied out of temporaries and read when verdict and library are gone. Run under AddressSanitizer.
#include <returnable/json.h>

#include <cstdio>
#include <memory>

using namespace returnable;

namespace {

struct Parts {
    Entitlement entitlement;
    Step step;
    Conflict conflict;
    Clause clause;
    Question question;
    std::vector<std::string> missing, evidence, silent_on;
    std::vector<Payer> payers;
    std::string message;
};

Parts parts_of(const Case& order) {
    const auto library = std::make_unique<Library>(builtin_library());
    const auto best = [&] { return check(*library, order)->items.at(0).entitlements.at(0); };
    return {best(),
            best().steps.at(0),
            best().conflicts.at(0),
            check(*library, order)->clauses.at(0),
            *check(*library, order)->next_question,
            best().missing,
            best().evidence,
            best().silent_on,
            *quick_check(*library, order)->at(0).return_shipping,
            check(*library, Case{}).errors.at(0).message};
}

std::size_t letters(const std::vector<std::string>& all) {
    std::size_t count = 0;
    for (const std::string& one : all) count += one.size();
    return count;
}

}  // namespace

int main() {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {{"marketplace", "aliexpress"}, {"received_on", "2026-05-04"}, {"reason", "damaged"}, {"category", "general"}};
    const Parts parts = parts_of(order);
    std::size_t read = letters(parts.missing) + letters(parts.evidence) + letters(parts.silent_on) + parts.message.size() + parts.payers.size();
    for (const Step& step : parts.entitlement.steps) read += step.id.size() + letters(step.clauses);
    for (const Reason& reason : parts.entitlement.reasons) read += reason.rule.size() + letters(reason.clauses);
    for (const Reading& reading : parts.conflict.readings) read += reading.value.size() + letters(reading.clauses);
    read += parts.step.id.size() + parts.clause.says.size() + letters(parts.question.why) + letters(parts.question.items);
    // Put together by hand, it is written all the same.
    Verdict by_hand;
    by_hand.items.push_back({"one", Status::allowed, {parts.entitlement}, {}});
    read += write_verdict(by_hand).size();
    std::printf("read %s\n", read > 4000 ? "all" : "too little");
    return read > 4000 ? 0 : 1;
}
