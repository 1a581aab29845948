// Do the properties bite? Falsifies true verdicts in one place each: the property that is meant must be the one that notices.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "properties.h"
#include "returnable/json.h"

using namespace returnable;

namespace {

const std::string shop = R"({"as_of":"2027-03-10","facts":{"marketplace":"aliexpress","received_on":"2027-03-01")";
const std::string untouched = shop + R"(,"reason":"damaged","category":"general"}})";
const std::string disputed = shop + R"(,"reason":"damaged","category":"general","dispute_opened_on":"2027-03-05"}})";
const std::string refused = shop + R"(,"reason":"changed_mind","category":"custom_made"}})";
const std::string paid = shop + R"(,"reason":"damaged","category":"general","dispute_opened_on":"2027-03-05","refund_received_on":"2027-03-09"}})";
const std::string two = shop + R"(},"items":[{"id":"a","facts":{"reason":"damaged"}},{"id":"b","facts":{"reason":"changed_mind"}}]})";

struct Lie {
    const char* property;
    const std::string& order;
    std::function<void(Verdict&)> tell;
};

Entitlement& first(Verdict& verdict) { return verdict.items[0].entitlements[0]; }

Step& step(Verdict& verdict, const char* id) {
    auto& steps = first(verdict).steps;
    return *std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.id == id; });
}

void a_day_less(std::optional<Date>& day) { *day -= std::chrono::days{1}; }

const std::vector<Lie> lies{
    {"waiting: somebody else's last day is known and not past", disputed, [](Verdict& v) { step(v, "seller_reply").act_by.last.reset(); }},
    {"waiting: no step of the buyer's own", disputed, [](Verdict& v) { step(v, "open_dispute").state = StepState::due; }},
    {"late: somebody is", disputed, [](Verdict& v) { v.headline.phase = Phase::late; }},
    {"a step's days stand still", disputed, [](Verdict& v) { a_day_less(step(v, "seller_reply").act_by.last); }},
    {"act_by stands still", untouched, [](Verdict& v) { a_day_less(first(v).act_by->last); }},
    {"opens stands still", untouched, [](Verdict& v) { a_day_less(first(v).opens->first); }},
    {"a question has two answers that differ", untouched,
     [](Verdict& v) {
         v.next_question = Question{"opened", {"item"}, {"status"}, false};
     }},
    {"expired: past under every reading that counts", untouched, [](Verdict& v) { first(v).status = Status::expired; }},
    {"no refund day under a no", refused,
     [](Verdict& v) {
         first(v).refund_by = DateRange{v.as_of, v.as_of};
     }},
    {"nothing to do under a no", refused, [](Verdict& v) { first(v).steps.emplace_back().state = StepState::due; }},
    {"done: nothing is asked", paid,
     [](Verdict& v) {
         v.next_question = Question{"payment_method", {"item"}, {"status"}, false};
     }},
    {"done: what was paid leads", paid, [](Verdict& v) { v.headline.entitlement.reset(); }},
    {"done: nothing left to do", paid, [](Verdict& v) { step(v, "open_dispute").state = StepState::due; }},
    {"items in another order: the same verdicts", two, [](Verdict& v) { v.items[0].status = Status::refused; }},
    {"items in another order: the same headline", two, [](Verdict& v) { v.headline.item = "b"; }},
    {"the quick answer is the same", untouched, [](Verdict& v) { v.items[0].status = Status::refused; }},
};

}  // namespace

int main() {
    const Library library = builtin_library();
    int unnoticed = 0;
    for (const Lie& lie : lies) {
        proof::Order order;
        order.asked = *read_case(library, lie.order);
        order.items.resize(std::max<std::size_t>(1, order.asked.items.size()));
        for (const bool told : {false, true}) {
            Verdict verdict = *check(library, order.asked);
            if (told) lie.tell(verdict);
            proof::Checks checks;
            proof::calm(library, order, verdict, checks);
            proof::asked_again(library, order, verdict, checks);
            if (checks.broken.count(lie.property) == told) continue;
            ++unnoticed;
            std::printf("%s: %s\n", lie.property, told ? "a verdict that breaks it goes unnoticed" : "a true verdict breaks it");
        }
    }
    std::printf("properties: %zu of %zu notice what they are for\n", lies.size() - static_cast<std::size_t>(unnoticed), lies.size());
    return unnoticed ? 1 : 0;
}
