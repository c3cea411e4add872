from halved.cli import main

main()
