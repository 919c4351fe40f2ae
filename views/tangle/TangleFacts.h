// A line of what two hierarchies share.
#pragma once

#include <QWidget>

#include "core/data/report.h"
#include "views/tangle/HierarchyPair.h"

namespace horo::views {

class PlainButton;

/// "matched 1,180   moved 40   only in A 2   only in B 0   Robinson–Foulds 0.12   triplets 0.93"; facts for
/// which there is no room are left out from the end. The last two come from a report; without one a button
/// asks for it.
class TangleFacts : public QWidget {
    Q_OBJECT
public:
    explicit TangleFacts(QWidget* parent = nullptr);

    void setFacts(const HierarchyPair& pair, std::shared_ptr<const Report> report);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void compareRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    struct Fact {
        QString name, value;
        std::optional<NodeStatus> status = {};
        Side side = Side::A;
    };
    void addScore(const Report& report, const char* key, const QString& name);

    std::vector<Fact> facts_;
    PlainButton* compare_;
};

}  // namespace horo::views
