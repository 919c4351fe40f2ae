// The strip above the status bar: what runs, how far it is, pause and cancel; the log behind a button.
#pragma once

#include <QWidget>

#include "app/Jobs.h"

class QHBoxLayout;

namespace horo::views {
class ElidedLabel;
class IconButton;
class Label;
class ThinProgressBar;
}  // namespace horo::views

namespace horo::app {

class JobsStrip : public QWidget {
    Q_OBJECT
public:
    explicit JobsStrip(Jobs& jobs, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void logRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        int number = 0;
        QWidget* widget = nullptr;
        views::Label* doing = nullptr;
        views::ThinProgressBar* bar = nullptr;
        views::IconButton *pause = nullptr, *cancel = nullptr;
    };
    void refresh();
    Row addRow(const Jobs::Entry& entry);

    Jobs& jobs_;
    QHBoxLayout* rowsLayout_;
    std::vector<Row> rows_;
    views::Label *idle_, *done_;
};

}  // namespace horo::app
