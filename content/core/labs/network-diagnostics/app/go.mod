module example.com/linecheck

go 1.22
