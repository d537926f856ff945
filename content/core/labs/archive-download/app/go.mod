module example.com/fileroom

go 1.22
