// Two lists of what is near an item or a vector, side by side, and where they agree.
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "app/NearItems.h"

namespace horo::views {
class Label;
class MenuButton;
}  // namespace horo::views

namespace horo::app {

class NeighbourList;

/// Each side offers every way that the workspace knows. What was chosen stays, while it suits.
class NeighbourPair : public QWidget {
    Q_OBJECT
public:
    explicit NeighbourPair(views::WorkspaceModel& model, QWidget* parent = nullptr);

    /// `preferred` = the embedding that the left side takes where nothing was chosen; may be empty.
    void show(const NearTo& to, const std::string& preferred);

Q_SIGNALS:
    void chosen(ItemId item);

private:
    struct Side {
        views::MenuButton* how = nullptr;
        views::Label* where = nullptr;
        NeighbourList* list = nullptr;
        std::optional<Nearness> wanted;  ///< what the person chose
        std::vector<NearItem> near;
    };
    QWidget* makeSide(Side& side);
    /// What a side shows of `all`: what was chosen, else what suits best.
    std::optional<Nearness> shownOn(size_t side, const std::vector<Nearness>& all) const;
    void refresh();
    void fill(Side& side, const std::vector<NearItem>& other);

    views::WorkspaceModel& model_;
    std::array<Side, 2> sides_;
    views::Label* overlap_;
    NearTo to_;
    std::string preferred_;
};

}  // namespace horo::app
