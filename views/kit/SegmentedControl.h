// A choice among two to five short names, all in sight.
#pragma once

#include <QtWidgets/QWidget>

class QButtonGroup;

namespace horo::views {

/// One of the names is always chosen. Arrow keys move the choice; the control is one stop of the tab key.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList& names, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int index);
    int count() const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* group_;
};

}  // namespace horo::views
