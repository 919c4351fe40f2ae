#include "views/tree/ColourMenu.h"

#include <QMenu>
#include <QObject>
#include <algorithm>

#include "views/kit/Capitalised.h"
#include "views/kit/MenuChoice.h"

namespace horo::views {

namespace {
constexpr int levelsOffered = 8;
}

void fillColourMenu(QMenu& menu, int deepest, const std::vector<ItemNumber>& numbers, const ColourChoice& now,
                    const std::function<void(const ColourChoice&)>& choose) {
    menu.clear();
    const auto add = [&](const QString& text, const ColourChoice& choice) {
        const bool chosen =
            now.colour == choice.colour && (choice.colour != "branch" || now.level == choice.level);
        addChoice(menu, text, chosen, [choose, choice] { choose(choice); });
    };
    for (int level = 1; level <= std::min(deepest, levelsOffered); ++level)
        add(QObject::tr("Branch, level %1").arg(level), {"branch", level});
    menu.addSeparator();
    for (const ItemNumber& number : numbers)
        add(capitalised(QString::fromStdString(number.name)), {number.key, now.level});
    menu.addSeparator();
    add(QObject::tr("None"), {"none", now.level});
}

QString colourText(const ColourChoice& choice, bool hasHierarchy, const std::vector<ItemNumber>& numbers) {
    if (choice.colour == "branch" && hasHierarchy) return QObject::tr("branch, level %1").arg(choice.level);
    const auto found = std::ranges::find(numbers, choice.colour, &ItemNumber::key);
    return found == numbers.end() ? QObject::tr("none") : QString::fromStdString(found->name);
}

}  // namespace horo::views
