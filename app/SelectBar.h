// A line to select by a condition: what is written is counted while it is written.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "core/query/item_facts.h"
#include "views/workspace/WorkspaceModel.h"

class QLineEdit;

namespace horo::views {
class Label;
}

namespace horo::app {

/// Above the views. Return takes what fulfils the condition as the selection; the buttons add it, keep only
/// what is also there, or take it out. Escape closes.
class SelectBar : public QWidget {
    Q_OBJECT
public:
    explicit SelectBar(views::WorkspaceModel& model, QWidget* parent = nullptr);

    /// Asks about the items of this object; with an empty text it keeps what was written.
    void open(const std::string& objectId, const QString& text = {});
    QLineEdit& field() const { return *field_; }
    /// What stands beside the field: how many, or what is wrong.
    QString answer() const;

Q_SIGNALS:
    void helpRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class How { Take, Add, Common, Remove };
    void ask();
    void apply(How how);
    void completeNames();

    views::WorkspaceModel& model_;
    std::string objectId_;
    std::shared_ptr<const ItemFacts> facts_;
    std::vector<ItemId> found_;
    bool valid_ = false;
    QLineEdit* field_;
    views::Label *about_, *answer_;
    QTimer later_;
};

}  // namespace horo::app
