// A sheet of scores as a card.
#pragma once

#include <QtWidgets/QWidget>

#include "views/scores/ScoreSheet.h"

class QVBoxLayout;

namespace horo::views {

/// Verdict first, then spreads, then the numbers with how each was counted below them.
class ScoreCard : public QWidget {
    Q_OBJECT
public:
    explicit ScoreCard(const ScoreSheet& sheet, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addVerdict(const Verdict& verdict);
    void addRows(const ScoreSheet& sheet);

    QVBoxLayout* column_;
};

}  // namespace horo::views
